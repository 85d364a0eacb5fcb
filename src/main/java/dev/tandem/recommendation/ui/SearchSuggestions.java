package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.tandem.search.QueryReading;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What else could be looked for: around an empty box, and while words are typed. */
final class SearchSuggestions extends Div {
  private final transient SearchStart start;
  private final transient SavedSearchBar saved;
  private final transient Consumer<String> ask;
  private final transient Runnable changed;

  /**
   * @param ask looks for other words
   * @param changed what to do when a saved search is gone
   */
  SearchSuggestions(
      SearchStart start, SavedSearchBar saved, Consumer<String> ask, Runnable changed) {
    this.start = start;
    this.saved = saved;
    this.ask = ask;
    this.changed = changed;
    addClassName("suggestions");
  }

  /**
   * @param better the words spelled as the library knows them, or null
   */
  void show(SearchState state, QueryReading reading, @Nullable String better) {
    removeAll();
    if (state.query().isEmpty()) {
      if (!state.filtered()) again();
      return;
    }
    if (better != null && !better.equalsIgnoreCase(reading.text())) {
      add(new Span("Did you mean"));
      chip(reading.spelled(better)).addClassName("did-you-mean");
      return;
    }
    if (state.query().length() < 2) return;
    start.complete(reading).forEach(this::chip);
  }

  /** What stands around an empty box. */
  private void again() {
    var help =
        new Div(
            new Span("Narrow by "),
            new Code("type:case study"),
            new Span(", "),
            new Code("\"exact words\""),
            new Span(" or "),
            new Code("-without"));
    help.addClassNames("caption", "search-help");
    saved.links(changed).ifPresent(links -> row("Saved", links));
    var before = start.again();
    if (!before.recent().isEmpty()) row("Recent", chips(before.recent()));
    if (!before.popular().isEmpty()) row("Popular", chips(before.popular()));
    add(help);
  }

  private void row(String name, Component content) {
    var label = new Span(name);
    label.addClassName("suggestion-label");
    var row = new Div(label, content);
    row.addClassName("suggestion-row");
    add(row);
  }

  private Div chips(List<String> queries) {
    var row = new Div();
    row.addClassName("suggestion-chips");
    queries.forEach(query -> row.add(made(query)));
    return row;
  }

  private NativeButton chip(String query) {
    var chip = made(query);
    add(chip);
    return chip;
  }

  private NativeButton made(String query) {
    var chip = new NativeButton(query, click -> ask.accept(query));
    chip.addClassName("suggestion");
    return chip;
  }
}
