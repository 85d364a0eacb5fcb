package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.ui.DealEditor;
import dev.tandem.deals.ui.DealRights;
import dev.tandem.deals.ui.DealWords;
import dev.tandem.deals.ui.JourneyBar;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.CurrentUser;
import dev.tandem.recommendation.LearnedOrder;
import dev.tandem.recommendation.RecommendationRequest;
import dev.tandem.recommendation.Slate;
import dev.tandem.recommendation.SlateNotLoggedException;
import dev.tandem.recommendation.SpokenOf;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.EmptyState;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import dev.tandem.shared.ui.PageHeader;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.JourneyStage;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One deal: where the buyer stands, what to send now, and what became of what was sent. */
@Route("deals/:id")
@PermitAll
class DealView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private static final int SLOTS = 8;

  private final transient Opportunities opportunities;
  private final transient DealAside aside;
  private final transient DealEditor editor;
  private final transient DealRights rights;
  private final transient AskMarketing marketing;
  private final transient CurrentUser currentUser;
  private final transient SlatePanel slates;
  private final transient LearnedOrder learnedOrder;
  private final transient SpokenOf spokenOf;
  private final Div head = new Div();
  private final Div recommended = new Div();
  private final Div side = new Div();
  private final TextField words = new TextField();
  private final RadioButtonGroup<String> audience = new RadioButtonGroup<>();
  private transient @Nullable Opportunity deal;

  DealView(
      Opportunities opportunities,
      DealAside aside,
      DealEditor editor,
      DealRights rights,
      AskMarketing marketing,
      CurrentUser currentUser,
      SlatePanels panels,
      LearnedOrder learnedOrder,
      SpokenOf spokenOf) {
    this.opportunities = opportunities;
    this.aside = aside;
    this.editor = editor;
    this.rights = rights;
    this.marketing = marketing;
    this.currentUser = currentUser;
    this.slates = panels.panel();
    this.learnedOrder = learnedOrder;
    this.spokenOf = spokenOf;
    addClassNames("view", "deal-view");
    head.addClassName("deal-head");
    side.addClassName("deal-side");
    slates.onChange(this::showSide);
    slates.onLeftUpwards(words::focus);
    controls();
  }

  private void controls() {
    words.setPlaceholder("Refine: “security questionnaire”, “roi”…");
    words.setAriaLabel("Refine the recommendations in your own words");
    words.setPrefixComponent(VaadinIcon.SEARCH.create());
    words.setClearButtonVisible(true);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.setValueChangeTimeout(300);
    words.addClassName("slate-words");
    words.addValueChangeListener(
        change -> {
          if (change.isFromClient()) refine(true);
        });
    words.addKeyDownListener(
        com.vaadin.flow.component.Key.ARROW_DOWN, pressed -> slates.focusFirst());
    audience.setItems("all", "buyer");
    audience.setItemLabelGenerator(
        value -> value.equals("buyer") ? "For the buyer" : "All content");
    audience.setAriaLabel("Which content");
    audience.addClassName("segmented");
    audience.addValueChangeListener(
        change -> {
          if (change.isFromClient()) refine(false);
        });
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var parameters = event.getLocation().getQueryParameters();
    var asked = event.getRouteParameters().get("id").orElse("");
    var found = id(asked).flatMap(opportunities::find);
    removeAll();
    deal = found.orElse(null);
    if (deal == null) {
      add(
          new PageHeader("This deal is not here", ""),
          new EmptyState(
              VaadinIcon.BRIEFCASE,
              "No deal has the id “" + asked + "”",
              "It may have been removed, or the link was not copied whole.",
              new Button("All deals", click -> UI.getCurrent().navigate("deals"))));
      return;
    }
    words.setValue(parameters.getSingleParameter("q").orElse(""));
    audience.setValue(parameters.getSingleParameter("for").filter("buyer"::equals).orElse("all"));
    var panel = new Panel("Recommended content", words, recommended).withActions(audience);
    panel.addClassName("deal-slate");
    var columns = new Div(panel, side);
    columns.addClassNames("columns-main", "deal-columns");
    add(head, columns);
    showHead();
    showSlate(false);
    showSide();
  }

  private static Optional<OpportunityId> id(String text) {
    try {
      return Optional.of(new OpportunityId(text));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  @Override
  public String getPageTitle() {
    return (deal == null ? "Deal" : DealWords.heading(deal)) + " · Tandem";
  }

  private void showHead() {
    var shown = deal;
    if (shown == null) return;
    var reading = opportunities.stageOf(shown);
    head.removeAll();
    var back = new Anchor("deals", "Deals");
    back.setRouterIgnore(false);
    back.addClassName("back-link");
    back.addComponentAsFirst(VaadinIcon.ANGLE_LEFT.create());
    var subtitle =
        Stream.of(
                Optional.of(DealWords.subheading(shown)).filter(name -> !name.isEmpty()),
                Optional.ofNullable(shown.amount()).map(Formats::money),
                Optional.ofNullable(shown.owner())
                    .map(owner -> owner.equals(user()) ? "yours" : owner.value()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" · "));
    boolean editable = rights.mayEdit(shown);
    var actions = new ArrayList<Component>();
    actions.add(DealWords.outcome(shown.outcome()));
    if (editable)
      actions.add(
          new Button(
              "Edit", VaadinIcon.PENCIL.create(), click -> editor.edit(shown.id(), this::reload)));
    head.add(
        back,
        new PageHeader(DealWords.heading(shown), subtitle, actions.toArray(Component[]::new)),
        new JourneyBar(shown, reading, editable, this::move));
  }

  private void reload(Opportunity changed) {
    deal = opportunities.find(changed.id()).orElse(changed);
    Notices.done("Saved");
    showHead();
    showSlate(false);
    showSide();
  }

  private void move(JourneyStage stage) {
    var shown = deal;
    if (shown == null || !rights.mayEdit(shown)) return;
    var before = shown.stageOverride();
    override(stage);
    Notices.done("The buyer's stage is " + stage.label() + " now", () -> override(before));
  }

  private void override(@Nullable JourneyStage stage) {
    var shown = deal;
    if (shown == null) return;
    opportunities
        .find(shown.id())
        .ifPresent(now -> opportunities.save(now.withStageOverride(stage)));
    deal = opportunities.find(shown.id()).orElse(shown);
    showHead();
    showSlate(false);
    showSide();
  }

  /**
   * @param typing the words may still change with the next letter
   */
  private void refine(boolean typing) {
    var shown = deal;
    if (shown == null) return;
    var values = new LinkedHashMap<String, String>();
    if (!words.getValue().isBlank()) values.put("q", words.getValue().strip());
    if ("buyer".equals(audience.getValue())) values.put("for", "buyer");
    var query = QueryParameters.simple(values).getQueryString();
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, DealWords.path(shown.id()) + (query.isEmpty() ? "" : "?" + query));
    showSlate(typing);
  }

  private void showSlate(boolean typing) {
    var shown = deal;
    if (shown == null) return;
    recommended.removeAll();
    boolean buyerOnly = "buyer".equals(audience.getValue());
    var request =
        new RecommendationRequest(
            user(),
            Surface.DEAL,
            opportunities.contextOf(shown.id()),
            words.getValue(),
            Filters.NONE,
            buyerOnly ? Set.of(Audience.BUYER) : Set.of(Audience.values()),
            SLOTS);
    Slate slate;
    try {
      slate = slates.ask(request, typing);
    } catch (SlateNotLoggedException e) {
      recommended.add(
          new EmptyState(
              VaadinIcon.WARNING,
              "No recommendations right now",
              "They could not be written down, and what is not written down is not shown. Please"
                  + " try again in a moment.",
              new Button("Try again", click -> showSlate(false))));
      return;
    }
    if (slate.degraded())
      recommended.add(
          new Badge(
              "The index is being built: there may be better content in a while",
              Badge.Tone.WARNING));
    if (slate.items().isEmpty()) {
      recommended.add(nothing());
    } else {
      if (!spokenOf.anything(request.query(), request.audiences())) recommended.add(unspoken());
      recommended.add(slates);
    }
    recommended.add(notIt(shown, slate, request));
  }

  private Component unspoken() {
    var line =
        new Paragraph(
            "Nothing speaks of “"
                + words.getValue().strip()
                + "”. Below is what fits the deal without it.");
    line.addClassName("unspoken");
    line.getElement().setAttribute("role", "status");
    return line;
  }

  private Component notIt(Opportunity shown, Slate slate, RecommendationRequest request) {
    var ask = marketing.button(shown, words.getValue(), slate.id());
    ask.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    var line = new Div(new Span("Not the thing this deal needs?"), ask);
    line.addClassName("not-it");
    if (!slate.items().isEmpty() && learnedOrder.learned()) line.add(compared(request));
    return line;
  }

  private Component compared(RecommendationRequest request) {
    var compare =
        new Button(
            "What learning changed",
            click ->
                learnedOrder.change(request).ifPresent(change -> new OrderDialog(change).open()));
    compare.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    return compare;
  }

  private EmptyState nothing() {
    return words.getValue().isBlank()
        ? new EmptyState(
            VaadinIcon.ARCHIVE,
            "The library has nothing to recommend yet",
            "As soon as marketing publishes content, the best of it for this deal stands here.")
        : new EmptyState(
            VaadinIcon.SEARCH,
            "Nothing fits these words",
            "Try other words, or clear the field to see what fits the deal.",
            new Button(
                "Clear",
                click -> {
                  words.clear();
                  refine(false);
                }));
  }

  private void showSide() {
    var shown = deal;
    if (shown == null) return;
    side.removeAll();
    aside.panels(shown).forEach(side::add);
  }

  private dev.tandem.identity.UserId user() {
    return currentUser.require().id();
  }
}
