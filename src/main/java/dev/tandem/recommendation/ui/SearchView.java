package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.tandem.deals.DealContext;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.recommendation.RecommendationRequest;
import dev.tandem.recommendation.SlateNotLoggedException;
import dev.tandem.recommendation.ui.SearchState.Sorting;
import dev.tandem.search.AssetHits;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.AssetQuery.Order;
import dev.tandem.search.HybridSearch;
import dev.tandem.search.NothingFound;
import dev.tandem.search.QueryReader;
import dev.tandem.search.QueryReading;
import dev.tandem.search.UseOrder;
import dev.tandem.shared.Filling;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.taxonomy.Audience;
import jakarta.annotation.security.PermitAll;
import java.util.Set;

/** Finds content by words and narrows it by what it is and whom it is for. */
@Route("search")
@PageTitle("Search · Tandem")
@Menu(title = "Search", order = 15, icon = "vaadin:search")
@PermitAll
class SearchView extends Div implements AfterNavigationObserver {
  private static final Set<Audience> EVERYTHING = Set.of(Audience.values());
  private static final int NEAREST = 3, CHOSEN_FROM = 200;

  private final transient HybridSearch search;
  private final transient QueryReader reader;
  private final transient UseOrder uses;
  private final transient SavedSearchBar saved;
  private final transient AskMarketing marketing;
  private final transient Filling filling;
  private final transient CurrentUser currentUser;
  private final transient SlatePanel slates;
  private final TextField words = new TextField();
  private final SearchSuggestions suggestions;
  private final ConditionChips conditions = new ConditionChips(this::ask);
  private final Div status = new Div();
  private final Div results = new Div();
  private final Button toggle = new Button("Filters", VaadinIcon.FILTER.create());
  private final FacetPanel facets;
  private transient SearchState shown = SearchState.read(QueryParameters.empty());

  SearchView(
      HybridSearch search,
      QueryReader reader,
      UseOrder uses,
      SearchStart start,
      SavedSearchBar saved,
      AskMarketing marketing,
      Filling filling,
      CurrentUser currentUser,
      SlatePanels panels) {
    this.search = search;
    this.reader = reader;
    this.uses = uses;
    this.saved = saved;
    this.marketing = marketing;
    this.filling = filling;
    this.currentUser = currentUser;
    this.slates = panels.panel();
    this.facets = new FacetPanel(this::go);
    this.suggestions = new SearchSuggestions(start, saved, this::ask, () -> show(shown, false));
    addClassNames("view", "search-view");
    slates.onLeftUpwards(words::focus);
    field();
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
    add(title, bar, suggestions, conditions, status, columns);
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
    SavedSearchBar.of(event.getLocation().getQueryParameters())
        .flatMap(saved::visit)
        .ifPresent(status::addComponentAsFirst);
  }

  private void go(SearchState state) {
    UI.getCurrent().navigate("search", state.write());
  }

  /**
   * @param typing the words may still change with the next letter
   */
  private void show(SearchState state, boolean typing) {
    shown = state;
    status.removeAll();
    results.removeAll();
    var reading = reader.read(state.query(), EVERYTHING);
    var query =
        reading
            .applyTo(AssetQuery.of("").withAudiences(EVERYTHING).withFilters(state.filters()))
            .withFacets()
            .withoutSnippets()
            .inOrder(order(state));
    boolean useful = state.sorting() == Sorting.USEFUL;
    boolean everything = useful && reading.text().isEmpty();
    int looked = everything ? 0 : useful ? CHOSEN_FROM : state.items();
    var hits = search.search(query.withWindow(0, looked));
    conditions.show(reading);
    facets.show(state, reading, hits.facets());
    long filters = state.chosen().values().stream().mapToLong(Set::size).sum();
    toggle.setText(filters == 0 ? "Filters" : "Filters (" + filters + ")");
    suggestions.show(state, reading, hits.didYouMean());
    if (hits.total() == 0) {
      nothing(state, reading, query, typing);
      return;
    }
    var request = request(state.query(), state.filters(), state.items());
    // what is shown is of what was counted, though other assets may be near in meaning
    if (!everything) request = useful ? request.among(hits.ids()) : request.inOrder(hits.ids());
    int found = showSlate(request, typing);
    if (found == 0) return;
    var line = new Div(new Span(counted(state, hits)), sorting(state));
    if (!state.isEmpty()) line.add(saved.saveButton(state));
    line.addClassName("search-line");
    status.add(line);
    results.add(slates);
    if (found >= state.items() && hits.total() > state.items() && state.mayShowMore())
      results.add(more(state));
    if (!state.isEmpty()) results.add(notIt(state, reading));
  }

  private Order order(SearchState state) {
    return switch (state.sorting()) {
      case USEFUL -> Order.Usual.RELEVANCE;
      case NEWEST -> Order.Usual.NEWEST;
      case MOST_USED -> uses.mostUsed();
    };
  }

  private Component sorting(SearchState state) {
    var choice = new Select<Sorting>();
    choice.setAriaLabel("Order of the results");
    choice.setItems(Sorting.values());
    choice.setItemLabelGenerator(each -> each.label);
    choice.setValue(state.sorting());
    choice.addClassName("search-sorting");
    choice.addValueChangeListener(
        change -> {
          if (change.isFromClient()) go(state.sorted(change.getValue()));
        });
    return choice;
  }

  private Component notIt(SearchState state, QueryReading reading) {
    var ask = marketing.button(state, reading);
    ask.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    var line = new Div(new Span("Not the thing you need?"), ask);
    line.addClassName("not-it");
    return line;
  }

  private static String counted(SearchState state, AssetHits hits) {
    var count = Formats.count(hits.total(), "asset", "assets");
    if (state.query().isEmpty()) return count;
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

  private void ask(String query) {
    words.setValue(query);
    go(shown.withQuery(query));
  }

  private void nothing(SearchState state, QueryReading reading, AssetQuery query, boolean typing) {
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
    if (everything.total() == 0 && filling.goesOn()) {
      results.add(EmptyState.filling());
      return;
    }
    if (everything.total() == 0) {
      results.add(
          currentUser.require().role() == Role.REP
              ? new EmptyState(
                  VaadinIcon.ARCHIVE,
                  "The library is empty",
                  "As soon as marketing publishes content, it is found here.")
              : new EmptyState(
                  VaadinIcon.ARCHIVE,
                  "The library is empty",
                  "As soon as content is brought in and published, it is found here.",
                  new Button("Import content", click -> UI.getCurrent().navigate("import"))));
      return;
    }
    var why = search.explain(query);
    results.add(NothingPanel.of(why, state, reading, marketing.button(state, reading), this::go));
    // the nearest that there is: with a condition less, or of the same meaning
    var helpful = why.helpful().stream().findFirst();
    var near =
        request(
            reading.text(), helpful.map(each -> each.part().rest()).orElse(Filters.NONE), NEAREST);
    if (showSlate(near.insteadOf(state.query()), typing) == 0) return;
    var title = new H2(nearest(why));
    title.addClassName("near-title");
    results.add(title, slates);
  }

  private static String nearest(NothingFound why) {
    if (!why.helpful().isEmpty())
      return "Nearest: without " + why.helpful().getFirst().part().said();
    if (why.words().isEmpty()) return "What others find useful";
    if (why.wordsAlone() > 0) return "Nearest, without all conditions";
    return "Nearest in meaning, though nothing speaks of “" + why.words() + "”";
  }
}
