package dev.tandem.recommendation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.textfield.TextField;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.FeedbackLog.LoggedEvent;
import dev.tandem.identity.Role;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.recommendation.ui.SlateList.CardsSeen;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetSearch;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Half a word is shown at once, but it is no search: the log holds what a rep looked at. */
@TandemTest
@SignedInAs(Role.REP)
class SearchAsYouTypeTest extends SpringBrowserlessTest {
  @Autowired private FileIngestion ingestion;
  @Autowired private AssetSearch search;
  @Autowired private FeedbackLog log;

  private TextField words;
  private long before;

  @BeforeEach
  void oneAssetAndAnOpenSearch() {
    ingestion.ingest(IncomingFile.link(new AssetId("security"), securityOverview(), null));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> search.search(AssetQuery.of("security")).total() > 0);
    navigate("search", SearchView.class);
    words =
        $(TextField.class).all().stream()
            .filter(SearchAsYouTypeTest::isTheField)
            .findFirst()
            .orElseThrow();
    before = log.latestSequence();
  }

  @Test
  void lettersThatAreFollowedByOthersLeaveNoTrace() {
    type("secu");
    type("security");
    assertThat(card().getElement().getAttribute("data-asset")).isEqualTo("security");
    assertThat(logged()).isEmpty();
  }

  @Test
  void whatStaysInSightIsWrittenDownWithItsSlate() {
    type("secu");
    type("security");
    var slate = String.valueOf(card().getElement().getAttribute("data-slate"));
    ComponentUtil.fireEvent(
        $(SlateList.class).single(),
        new CardsSeen($(SlateList.class).single(), true, slate, "security"));
    assertThat(logged()).hasSize(2);
    assertThat(logged().getFirst())
        .isInstanceOfSatisfying(
            SlateServed.class,
            served -> {
              assertThat(served.slate()).isEqualTo(slate);
              assertThat(served.query()).isEqualTo("security");
            });
    assertThat(logged().getLast())
        .isInstanceOfSatisfying(
            Impression.class, seen -> assertThat(seen.slate()).isEqualTo(slate));
  }

  @Test
  void anAddressWithWordsIsASearchFromTheStart() {
    com.vaadin
        .flow
        .component
        .UI
        .getCurrent()
        .navigate("search", com.vaadin.flow.router.QueryParameters.of("q", "security"));
    assertThat(logged())
        .singleElement()
        .isInstanceOfSatisfying(
            SlateServed.class, served -> assertThat(served.query()).isEqualTo("security"));
  }

  private void type(String text) {
    test(words).setValue(text);
  }

  private SlateCard card() {
    return $(SlateCard.class).all().getFirst();
  }

  private List<FeedbackEvent> logged() {
    return log.after(before, 100).stream().map(LoggedEvent::event).toList();
  }

  private static boolean isTheField(TextField field) {
    return field.hasClassName("search-words");
  }

  private static GivenValues securityOverview() {
    return new GivenValues(
        "Security overview",
        "How we keep data safe: encryption, audits and the security questionnaire.",
        null,
        List.of(),
        Map.of(),
        null,
        null,
        AssetStatus.PUBLISHED,
        "https://example.com/security",
        null,
        null,
        null,
        null,
        null,
        null,
        List.of());
  }
}
