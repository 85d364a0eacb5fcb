package dev.tandem.recommendation.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import dev.tandem.deals.DealContext;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.GivenValues;
import dev.tandem.recommendation.RecommendationRequest;
import dev.tandem.recommendation.Recommender;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.RequestFilter;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.AssetSearch;
import dev.tandem.taxonomy.Audience;
import dev.tandem.testing.SignedInAs;
import dev.tandem.testing.TandemTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a rep types in conditions holds on every way to an asset. */
@TandemTest
@SignedInAs(Role.REP)
class SearchConditionsTest extends SpringBrowserlessTest {
  @Autowired private FileIngestion ingestion;
  @Autowired private AssetSearch search;
  @Autowired private Recommender recommender;
  @Autowired private ContentRequests requests;

  @BeforeEach
  void threeAssets() {
    add("overview", "Security overview", "How we keep data safe in the cloud.");
    add("webinar", "Webinar: data safe and sound", "An hour on security, recorded.");
    add("letter", "Reference letter", "They keep our data safe, says a hospital.");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              var all = search.search(AssetQuery.of(""));
              // while their meaning is missing, the view says so instead of what is asked here
              return all.total() == 3 && !all.degraded();
            });
  }

  @Test
  void phrasesAndExclusionsHoldForRecommendationsToo() {
    assertThat(recommended("security \"data safe in\"")).containsExactly("overview");
    assertThat(recommended("data safe -webinar")).containsExactlyInAnyOrder("overview", "letter");
    assertThat(recommended("\"safe data\"")).isEmpty();
  }

  @Test
  void whatWasUnderstoodIsShownAndTakenBack() {
    look("security -webinar");
    assertThat(cards()).doesNotContain("webinar").contains("overview");
    var chip =
        $(NativeButton.class).all().stream()
            .filter(button -> button.hasClassName("condition-chip"))
            .findFirst()
            .orElseThrow();
    assertThat(chip.getElement().getTextRecursively()).contains("not “webinar”");
    test(chip).click();
    assertThat(cards()).contains("webinar", "overview");
  }

  @Test
  void onlyWhatWasCountedIsShown() {
    look("hospital");
    long total = search.search(AssetQuery.of("hospital")).total();
    assertThat((long) cards().size()).isGreaterThanOrEqualTo(1).isLessThanOrEqualTo(3);
    assertThat(total).isEqualTo(1);
    assertThat(cards()).contains("letter");
  }

  @Test
  void whatIsNotThereCanBeAskedFor() {
    look("security \"in the basement\"");
    assertThat(button("Without the exact words “in the basement”").isVisible()).isTrue();
    test(button("Ask marketing for it")).click();
    test(button("Send to marketing")).click();
    assertThat(requests.list(RequestFilter.OPEN))
        .anySatisfy(
            one -> assertThat(one.wish().query()).isEqualTo("security \"in the basement\""));
    test(button("Without the exact words “in the basement”")).click();
    assertThat(cards()).contains("overview");
  }

  private void look(String query) {
    UI.getCurrent().navigate("search", QueryParameters.of("q", query));
  }

  private Button button(String words) {
    return $(Button.class).all().stream()
        .filter(button -> button.getText().startsWith(words))
        .findFirst()
        .orElseThrow();
  }

  private List<String> cards() {
    return $(SlateCard.class).all().stream()
        .map(card -> String.valueOf(card.getElement().getAttribute("data-asset")))
        .toList();
  }

  private List<String> recommended(String query) {
    var request =
        new RecommendationRequest(
            new UserId("rep"),
            Surface.API,
            DealContext.EMPTY,
            query,
            Filters.NONE,
            Set.of(Audience.values()),
            10);
    return recommender.recommend(request).items().stream()
        .map(item -> item.asset().id().value())
        .toList();
  }

  private void add(String id, String title, String description) {
    var values =
        new GivenValues(
            title,
            description,
            null,
            List.of(),
            Map.of(),
            null,
            null,
            AssetStatus.PUBLISHED,
            "https://example.com/" + id,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of());
    ingestion.ingest(IncomingFile.link(new AssetId(id), values, null));
  }
}
