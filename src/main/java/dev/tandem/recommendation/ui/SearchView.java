package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tandem.deals.DealContext;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.CurrentUser;
import dev.tandem.recommendation.RecommendationRequest;
import dev.tandem.recommendation.SlateNotLoggedException;
import dev.tandem.search.AssetHits;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.HybridSearch;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.taxonomy.Audience;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Set;

/** Finds content by words and narrows it by what it is and whom it is for. */
@Route("search")
@PageTitle("Search · Tandem")
@Menu(title = "Search", order = 15, icon = "vaadin:search")
@PermitAll
class SearchView extends Div implements AfterNavigationObserver {
  private static final Set<Audience> EVERYTHING = Set.of(Audience.values());

  private final transient HybridSearch search;
  private final transient CurrentUser currentUser;
  private final transient SlatePanel slates;
  private final TextField words = new TextField();
  private final Div suggestions = new Div();
  private final Div status = new Div();
  private final Div results = new Div();
  private final Button toggle = new Button("Filters", VaadinIcon.FILTER.create());
  private final FacetPanel facets;
  private transient SearchState shown = new SearchState("", Map.of(), SearchState.PAGE);

  SearchView(HybridSearch search, CurrentUser currentUser, SlatePanels panels) {
    this.search = search;
    this.currentUser = currentUser;
    this.slates = panels.panel();
    this.facets = new FacetPanel(this::go);
    addClassNames("view", "search-view");
    slates.onLeftUpwards(words::focus);
    field();
    suggestions.addClassName("suggestions");
    status.addClassName("search-status");
    status.getElement().setAttribute("aria-live", "polite");
    results.addClassName("search-results");
    toggle.addClassName("facet-toggle");
    toggle.getElement().setAttribute("aria-expanded", "false");
    toggle.addClickListener(
        click -> {
          boolean open = !facets.hasClassName("facets-open");
          facets.setClassName("facets-open", open);
          toggle.getElement().setAttribute("aria-expanded", String.valueOf(open));
        });
    var columns = new Div(facets, results);
    columns.addClassName("search-columns");
    var title = new com.vaadin.flow.component.html.H1("Search");
    title.addClassName("visually-hidden");
    var bar = new Div(words, toggle);
    bar.addClassName("search-bar");
    add(title, bar, suggestions, status, columns);
  }

  private void field() {
    words.setPlaceholder("What does your buyer need?");
    words.setAriaLabel("Search content");
    words.setPrefixComponent(VaadinIcon.SEARCH.create());
    words.setClearButtonVisible(true);
    words.setAutofocus(true);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.setValueChangeTimeout(200);
    words.addClassName("search-words");
    words.addValueChangeListener(
        change -> {
          if (!change.isFromClient()) return;
          var state = shown.withQuery(change.getValue());
          // replaced, so that going back leaves the search rather than undoing letters
          var query = state.write().getQueryString();
          UI.getCurrent()
              .getPage()
              .getHistory()
              .replaceState(null, query.isEmpty() ? "search" : "search?" + query);
          show(state, true);
        });
    words.addKeyDownListener(Key.ARROW_DOWN, pressed -> slates.focusFirst());
    words.addKeyDownListener(Key.ENTER, pressed -> slates.focusFirst());
    Shortcuts.addShortcutListener(this, () -> words.focus(), Key.SLASH)
        .setBrowserDefaultAllowed(false);
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var state = SearchState.read(event.getLocation().getQueryParameters());
    if (!words.getValue().strip().equals(state.query())) words.setValue(state.query());
    show(state, false);
  }

  private void go(SearchState state) {
    UI.getCurrent().navigate("search", state.write());
  }

  /**
   * @param typing the words may still change with the next letter
   */
  private void show(SearchState state, boolean typing) {
    shown = state;
    suggestions.removeAll();
    status.removeAll();
    results.removeAll();
    var hits =
        search.search(
            AssetQuery.of(state.query())
                .withAudiences(EVERYTHING)
                .withFilters(state.filters())
                .withWindow(0, 0)
                .withFacets()
                .withoutSnippets());
    facets.show(state, hits.facets());
    long filters = state.chosen().values().stream().mapToLong(Set::size).sum();
    toggle.setText(filters == 0 ? "Filters" : "Filters (" + filters + ")");
    suggest(state, hits);
    if (hits.total() == 0) {
      nothing(state, typing);
      return;
    }
    int found = showSlate(request(state.query(), state.filters(), state.items()), typing);
    if (found == 0) return;
    status.add(new Span(counted(state, hits)));
    results.add(slates);
    if (found >= state.items() && hits.total() > state.items() && state.mayShowMore())
      results.add(more(state));
  }

  private static String counted(SearchState state, AssetHits hits) {
    var count = Formats.count(hits.total(), "asset", "assets");
    if (state.query().isEmpty()) return count + ", the most useful first";
    return count + " for “" + state.query() + "”" + (hits.degraded() ? " so far" : "");
  }

  private Component more(SearchState state) {
    var button = new Button("Show more", click -> go(state.withMore()));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    button.addClassName("show-more");
    return button;
  }

  private RecommendationRequest request(String query, Filters filters, int items) {
    return new RecommendationRequest(
        currentUser.require().id(),
        Surface.SEARCH,
        DealContext.EMPTY,
        query,
        filters,
        EVERYTHING,
        items);
  }

  /** Puts the slate into the panel and says how many items it has; 0 when there is none. */
  private int showSlate(RecommendationRequest request, boolean typing) {
    try {
      return slates.ask(request, typing).items().size();
    } catch (SlateNotLoggedException e) {
      results.add(
          new EmptyState(
              VaadinIcon.WARNING,
              "Search does not answer right now",
              "Results could not be written down, and what is not written down is not shown. Please"
                  + " try again in a moment.",
              new Button("Try again", click -> show(shown, false))));
      return 0;
    }
  }

  private void suggest(SearchState state, AssetHits hits) {
    var better = hits.didYouMean();
    if (better != null && !better.equalsIgnoreCase(state.query())) {
      var chip = new NativeButton(better, click -> ask(better));
      chip.addClassNames("suggestion", "did-you-mean");
      suggestions.add(new Span("Did you mean"), chip);
      return;
    }
    if (state.query().length() < 2) return;
    search.complete(state.query(), EVERYTHING, 5).stream()
        .filter(words -> !words.equalsIgnoreCase(state.query()))
        .forEach(
            words -> {
              var chip = new NativeButton(words, click -> ask(words));
              chip.addClassName("suggestion");
              suggestions.add(chip);
            });
  }

  private void ask(String query) {
    words.setValue(query);
    go(shown.withQuery(query));
  }

  private void nothing(SearchState state, boolean typing) {
    var everything = search.search(AssetQuery.of("").withAudiences(EVERYTHING).withWindow(0, 0));
    if (everything.degraded()) {
      results.add(
          new EmptyState(
              VaadinIcon.HOURGLASS,
              "The library is still being read",
              "What is not in the index yet cannot be found. Try again in a minute.",
              new Button("Try again", click -> show(shown, false))));
      return;
    }
    if (everything.total() == 0) {
      results.add(
          new EmptyState(
              VaadinIcon.ARCHIVE,
              "The library is empty",
              "As soon as marketing publishes content, it is found here."));
      return;
    }
    var empty =
        new EmptyState(
            VaadinIcon.SEARCH,
            state.query().isEmpty()
                ? "Nothing fits all of these filters"
                : "Nothing found for “" + state.query() + "”",
            state.filtered()
                ? "Without the filters there may be something."
                : "Try fewer or more general words, or the name of a product, an industry or a"
                    + " competitor.",
            state.filtered()
                ? new Button("Clear all filters", click -> go(state.withoutFilters()))
                : new Button("Show everything", click -> ask("")));
    results.add(empty);
    // the words alone, then anything: the nearest that there is
    var near = request(state.filtered() ? state.query() : "", Filters.NONE, 3);
    if (showSlate(near, typing) == 0) return;
    var title =
        new H2(state.filtered() ? "Nearest, without the filters" : "What others find useful");
    title.addClassName("near-title");
    results.add(title, slates);
  }
}
