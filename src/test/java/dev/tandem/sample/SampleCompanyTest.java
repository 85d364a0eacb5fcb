package dev.tandem.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.messages.Message;
import dev.tandem.messages.Messages;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.evaluation.JudgedSituations;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.RequestFilter;
import dev.tandem.requests.RequestOwners;
import dev.tandem.requests.RequestState;
import dev.tandem.taxonomy.Glossary;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.testing.TandemTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The story of one home, from empty to somebody's own. */
@TandemTest
@TestMethodOrder(OrderAnnotation.class)
class SampleCompanyTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final long SHIFT = ChronoUnit.DAYS.between(SmallSample.ANCHOR, TODAY);

  @Autowired private SampleCompany company;
  @Autowired private SampleNotice notice;
  @Autowired private Assets assets;
  @Autowired private Opportunities opportunities;
  @Autowired private FeedbackLog log;
  @Autowired private Users users;
  @Autowired private RequestOwners owners;
  @Autowired private ContentRequests requests;
  @Autowired private Messages messages;
  @Autowired private Glossary glossary;
  @Autowired private JudgedSituations situations;
  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder = Path.of("");
  private SampleFolder sample = new SampleFolder(folder, "", TODAY);

  @BeforeEach
  void write() throws IOException {
    sample = SmallSample.write(folder);
  }

  @Test
  @Order(1)
  void anEmptyHomeIsFilledAndEveryDateMovesSoThatTheAnchorIsToday() throws IOException {
    assertThat(notice.text()).isEmpty();

    assertThat(company.load(sample)).isEqualTo(SampleCompany.Outcome.LOADED);

    assertThat(assets.all())
        .extracting(asset -> asset.id().value())
        .containsExactlyInAnyOrder("buying", "story", "film");
    assertThat(assets.find(new AssetId("buying")))
        .map(Asset::publishedOn)
        .contains(LocalDate.of(2024, 5, 1).plusDays(SHIFT));
    var deal = opportunities.find(new OpportunityId("T-1")).orElseThrow();
    assertThat(deal.createdOn()).isEqualTo(TODAY.minusDays(11));
    assertThat(log.after(0, 10))
        .extracting(logged -> LocalDate.ofInstant(logged.event().at(), ZoneOffset.UTC))
        .containsExactly(TODAY.minusDays(1), TODAY.minusDays(1), TODAY.minusDays(1));
  }

  @Test
  @Order(2)
  void requestsAreRoutedAnsweredAndProvenAtTheirMoments() {
    assertThat(owners.rules()).hasSize(2);
    var asked = requests.list(RequestFilter.ALL);
    assertThat(asked).hasSize(3);
    var story =
        asked.stream().filter(it -> it.wish().need().contains("story")).findFirst().orElseThrow();
    assertThat(LocalDate.ofInstant(story.askedAt(), ZoneOffset.UTC)).isEqualTo(TODAY.minusDays(3));
    assertThat(story.owner()).isEqualTo(new UserId("priya.nandakumar"));
    assertThat(story.promise().dueOn()).isEqualTo(LocalDate.of(2024, 7, 1).plusDays(SHIFT));
    await()
        .untilAsserted(
            () ->
                assertThat(requests.find(story.id()).orElseThrow().state())
                    .as("by its use in the log")
                    .isEqualTo(RequestState.PROVEN));
    var ingrid = new UserId("ingrid.solberg");
    assertThat(messages.of(ingrid, 10))
        .extracting(message -> LocalDate.ofInstant(message.at(), ZoneOffset.UTC), Message::read)
        .containsExactly(
            tuple(TODAY.minusDays(2), false),
            tuple(LocalDate.of(2024, 2, 1).plusDays(SHIFT), true));
  }

  @Test
  @Order(2)
  void wordsHaveTheirVersionsAtTheirMoments() {
    assertThat(glossary.entries())
        .extracting(Glossary.Entry::term)
        .containsExactly("Drawer", "Trial");
    var drawer = glossary.find("drawer").orElseThrow();
    assertThat(glossary.history(drawer.id()))
        .extracting(
            version -> LocalDate.ofInstant(version.changedAt(), ZoneOffset.UTC),
            Glossary.Entry::changedBy)
        .containsExactly(
            tuple(TODAY.minusDays(1), new UserId("priya.nandakumar")),
            tuple(LocalDate.of(2024, 4, 2).plusDays(SHIFT), new UserId("ingrid.solberg")));
    assertThat(glossary.find("trial")).map(Glossary.Entry::stage).contains(JourneyStage.DECISION);
  }

  @Test
  @Order(2)
  void situationsToMeasureByHaveTheirGrades() {
    assertThat(situations.all()).extracting(EvaluationSituation::id).containsExactly("S1", "S2");
    assertThat(situations.judgments().grades()).containsExactly(entry("S1", Map.of("drawers", 3)));
  }

  @Test
  @Order(2)
  void oneRepOneMarketerAndOneAdministratorMaySignInByAPublishedPassword() {
    assertThat(users.sampleSignIns())
        .extracting(signIn -> signIn.user().role())
        .containsExactly(Role.REP, Role.MARKETER, Role.ADMINISTRATOR);
    assertThat(users.all())
        .extracting(account -> account.user().id().value())
        .contains("anna.berg", "jonas.keller", "lea.dubois");
  }

  @Test
  @Order(3)
  void everyViewSaysThatTheDataIsSynthetic() {
    assertThat(notice.text()).contains("Tiny Tools", "synthetic");
  }

  @Test
  @Order(4)
  void whatWasLoadedIsNotLoadedAgain() throws IOException {
    assertThat(company.load(sample)).isEqualTo(SampleCompany.Outcome.THERE_ALREADY);
  }

  @Test
  @Order(5)
  void whatAKillInterruptedIsCompletedWithTheSameDatesAndNothingDoubled() throws IOException {
    jdbc.sql("update sample_load set finished_at = null").update();
    long revision = assets.latestRevision();
    long sequence = log.latestSequence();
    var deals = opportunities.all();
    var asked = requests.list(RequestFilter.ALL).size();

    assertThat(company.load(sample)).isEqualTo(SampleCompany.Outcome.LOADED);
    assertThat(requests.list(RequestFilter.ALL)).hasSize(asked);
    assertThat(glossary.find("drawer")).map(Glossary.Entry::version).contains(2);

    assertThat(assets.latestRevision()).isEqualTo(revision);
    assertThat(log.latestSequence()).isEqualTo(sequence);
    assertThat(opportunities.all()).isEqualTo(deals);
  }

  @Test
  @Order(6)
  void somebodysOwnContentIsNeverMixedWithTheSample() throws IOException {
    jdbc.sql("delete from sample_load").update();

    assertThat(company.load(sample)).isEqualTo(SampleCompany.Outcome.HOME_IN_USE);
  }
}
