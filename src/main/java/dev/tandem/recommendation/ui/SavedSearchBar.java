package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.tandem.identity.CurrentUser;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Order;
import dev.tandem.search.HybridSearch;
import dev.tandem.search.QueryReader;
import dev.tandem.search.SavedSearches;
import dev.tandem.search.SavedSearches.SavedSearch;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.taxonomy.Audience;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Searches that somebody keeps: with what is new in each, to be opened and given up. */
@org.springframework.stereotype.Component
class SavedSearchBar {
  /** In the address of a search page that was opened from a saved search. */
  static final String PARAMETER = "saved";

  private static final int NAMED = 3;

  private final SavedSearches saved;
  private final HybridSearch search;
  private final QueryReader reader;
  private final Assets assets;
  private final CurrentUser currentUser;

  SavedSearchBar(
      SavedSearches saved,
      HybridSearch search,
      QueryReader reader,
      Assets assets,
      CurrentUser currentUser) {
    this.saved = saved;
    this.search = search;
    this.reader = reader;
    this.assets = assets;
    this.currentUser = currentUser;
  }

  /** The saved searches as links; empty where there is none. */
  Optional<Component> links(Runnable changed) {
    var all = saved.of(currentUser.require().id());
    if (all.isEmpty()) return Optional.empty();
    var bar = new Div();
    bar.addClassName("saved-searches");
    for (var one : all) bar.add(link(one, changed));
    return Optional.of(bar);
  }

  private Component link(SavedSearch one, Runnable changed) {
    var link = new Anchor("search?" + one.address() + "&" + PARAMETER + "=" + one.id(), "");
    link.setRouterIgnore(false);
    link.addClassName("saved-search-link");
    link.add(new Span(one.name()));
    int news = one.newOf(found(read(one))).size();
    if (news > 0)
      link.add(
          new Badge(
              Formats.count(news) + " new",
              Badge.Tone.ACCENT,
              "since " + Formats.day(one.visitedAt())));
    var delete =
        new Button(
            VaadinIcon.CLOSE_SMALL.create(),
            click -> {
              saved.delete(currentUser.require().id(), one.id());
              changed.run();
              Notices.done(
                  "“" + one.name() + "” is no longer saved.",
                  () -> {
                    saved.save(currentUser.require().id(), one.name(), one.address(), one.seen());
                    changed.run();
                  });
            });
    delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    delete.setAriaLabel("Do not keep “" + one.name() + "”");
    var item = new Div(link, delete);
    item.addClassName("saved-search");
    return item;
  }

  private static SearchState read(SavedSearch one) {
    return SearchState.read(QueryParameters.fromString(one.address()));
  }

  /** What a search finds now, the newest first. */
  private List<AssetId> found(SearchState state) {
    var audiences = Set.of(Audience.values());
    return search
        .search(
            reader
                .read(state.query(), audiences)
                .applyTo(
                    AssetQuery.of("")
                        .withAudiences(audiences)
                        .withFilters(state.filters())
                        .withWindow(0, SavedSearches.MOST_FOUND)
                        .withoutSnippets()
                        .inOrder(Order.Usual.NEWEST)))
        .ids();
  }

  /** What is new since the last visit, in words; notes the visit. */
  Optional<Component> visit(long id) {
    var owner = currentUser.require().id();
    var one = saved.find(owner, id).orElse(null);
    if (one == null) return Optional.empty();
    var found = found(read(one));
    var news = one.newOf(found);
    saved.visited(owner, id, new HashSet<>(found));
    var line = new Div();
    line.addClassName("saved-news");
    var since = " since " + Formats.moment(one.visitedAt());
    if (news.isEmpty()) line.add(new Span("“" + one.name() + "”: nothing new" + since + "."));
    else {
      line.add(
          new Span("“" + one.name() + "”: " + Formats.count(news.size()) + " new" + since + ": "));
      var named = news.stream().limit(NAMED).toList();
      var known = assets.findAll(named);
      for (var asset : named) {
        var present = known.get(asset);
        if (present == null) continue;
        var link = new Anchor("library/" + asset.value(), present.title().value());
        link.setRouterIgnore(false);
        link.addClassName("grid-link");
        line.add(link);
      }
      if (news.size() > NAMED) line.add(new Span("and " + (news.size() - NAMED) + " more"));
    }
    return Optional.of(line);
  }

  Button saveButton(SearchState state) {
    var button = new Button("Save this search", VaadinIcon.BOOKMARK_O.create(), c -> ask(state));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.addClassName("save-search");
    return button;
  }

  private void ask(SearchState state) {
    var dialog = new Dialog("Save this search");
    dialog.setWidth("min(28rem, 96vw)");
    var name = new TextField("Name");
    name.setWidthFull();
    name.setMaxLength(80);
    name.setHelperText("You find it on the search page, with how much is new since you looked.");
    name.setValue(state.query().length() > 80 ? state.query().substring(0, 80) : state.query());
    var keep =
        new Button(
            "Save",
            click -> {
              try {
                saved.save(
                    currentUser.require().id(),
                    name.getValue(),
                    state.address(),
                    new HashSet<>(found(state)));
                dialog.close();
                Notices.done("“" + name.getValue().strip() + "” is saved.");
              } catch (IllegalArgumentException refused) {
                name.setErrorMessage(said(refused));
                name.setInvalid(true);
              }
            });
    keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    keep.addClickShortcut(Key.ENTER);
    dialog.add(name);
    dialog.getFooter().add(new Button("Cancel", click -> dialog.close()), keep);
    dialog.open();
    name.focus();
  }

  private static String said(IllegalArgumentException refused) {
    var message = String.valueOf(refused.getMessage());
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }

  /** The saved search that an address speaks of. */
  static Optional<Long> of(QueryParameters parameters) {
    return parameters
        .getSingleParameter(PARAMETER)
        .filter(text -> text.matches("\\d{1,18}"))
        .map(Long::valueOf);
  }
}
