package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.ui.DealWords;
import dev.tandem.identity.CurrentUser;
import dev.tandem.requests.ContentRequest;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.DealNeed;
import dev.tandem.requests.SimilarAssets;
import dev.tandem.search.FilterPart;
import dev.tandem.search.QueryReading;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Notices;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns a search or a deal that did not find the thing into a request to marketing. */
@Component
class AskMarketing {
  private static final Logger LOG = LoggerFactory.getLogger(AskMarketing.class);

  private final ContentRequests requests;
  private final SimilarAssets similar;
  private final Opportunities opportunities;
  private final CurrentUser currentUser;

  AskMarketing(
      ContentRequests requests,
      SimilarAssets similar,
      Opportunities opportunities,
      CurrentUser currentUser) {
    this.requests = requests;
    this.similar = similar;
    this.opportunities = opportunities;
    this.currentUser = currentUser;
  }

  /** After a search. */
  Button button(SearchState state, QueryReading reading) {
    return button(
        () -> {
          var types = state.filters().and(reading.filters()).types();
          var dialog =
              new AskDialog(
                  similar,
                  wish ->
                      ask(
                          new Wish(
                              wish.need(),
                              state.query(),
                              conditions(state, reading),
                              state.address(),
                              wish.deal() == null ? null : wish.deal().id(),
                              wish.kind(),
                              java.util.List.of(),
                              null)));
          dialog.offerDeals(
              opportunities.openOf(currentUser.require().id()), AskMarketing::name, null);
          dialog.prefill(need(state, reading), types.size() == 1 ? types.iterator().next() : null);
          dialog.open();
        });
  }

  /**
   * On a deal, with its context.
   *
   * @param words that were typed to refine its slate, may be empty
   */
  Button button(Opportunity deal, String words, @Nullable String slate) {
    return button(
        () -> {
          var context = DealNeed.words(opportunities.contextOf(deal.id()));
          var dialog =
              new AskDialog(
                  similar,
                  wish ->
                      ask(
                          new Wish(
                              wish.need(),
                              words.strip(),
                              context,
                              "",
                              deal.id(),
                              wish.kind(),
                              java.util.List.of(),
                              slate)));
          dialog.offerDeals(java.util.List.of(deal), AskMarketing::name, deal);
          dialog.prefill(joined(words.strip(), context), null);
          dialog.open();
        });
  }

  private static Button button(Runnable open) {
    var button =
        new Button(
            "Ask marketing for it", VaadinIcon.COMMENT_ELLIPSIS_O.create(), click -> open.run());
    button.addClassName("ask-marketing");
    return button;
  }

  private Optional<ContentRequest> ask(Wish wish) {
    try {
      var made = requests.ask(currentUser.require().id(), wish);
      Notices.done(
          "Marketing has it on its list; you get an answer by "
              + Formats.day(made.promise().answerBy())
              + ".");
      return Optional.of(made);
    } catch (RuntimeException e) {
      LOG.error("A content request could not be kept", e);
      Notices.failed("This could not be kept just now. Please try again; your words stay here.");
      return Optional.empty();
    }
  }

  private static String need(SearchState state, QueryReading reading) {
    return joined(reading.text(), conditions(state, reading));
  }

  private static String joined(String words, String conditions) {
    var both =
        words.isEmpty() || conditions.isEmpty() ? words + conditions : words + "; " + conditions;
    return both.length() > AskDialog.LONGEST ? both.substring(0, AskDialog.LONGEST) : both;
  }

  private static String conditions(SearchState state, QueryReading reading) {
    return FilterPart.of(state.filters().and(reading.filters())).stream()
        .map(FilterPart::said)
        .collect(Collectors.joining(", "));
  }

  private static String name(Opportunity deal) {
    var rest = DealWords.subheading(deal);
    return DealWords.heading(deal) + (rest.isEmpty() ? "" : " · " + rest);
  }
}
