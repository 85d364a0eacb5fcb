package dev.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.feedback.AssetEvidence;
import dev.tandem.feedback.EventRetention;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.AssetUsed.Use;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.RetentionPeriods;
import dev.tandem.identity.People;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.insight.privacy.PeopleReports;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.RankingModels;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.NamedValues;
import dev.tandem.messages.Messages;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.RequestMove;
import dev.tandem.requests.RequestOwners;
import dev.tandem.shared.TimeWindow;
import dev.tandem.testing.TandemTest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletion that is real: of old events, and of a person. */
@TandemTest
class ForgettingTest {
  private static final UserId RITA = new UserId("rita.gone@example.com");
  private static final AssetId GUIDE = new AssetId("guide");
  private static final Instant NOW = Instant.now();

  @Autowired private FeedbackLog log;
  @Autowired private EventRetention retention;
  @Autowired private AssetEvidence evidence;
  @Autowired private ReadModel readModel;
  @Autowired private People people;
  @Autowired private PeopleReports reports;
  @Autowired private Users users;
  @Autowired private ContentRequests requests;
  @Autowired private RequestOwners owners;
  @Autowired private Messages messages;
  @Autowired private FileIngestion ingestion;
  @Autowired private AssetEditing editing;
  @Autowired private ModelRegistry models;
  @Autowired private RankingModels rankers;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void keepEverythingAgain() {
    retention.set(RetentionPeriods.FOREVER);
  }

  @Test
  void oldEventsAreDeletedForGoodAndCountedOnce() {
    log.append(visit("old", 400));
    log.append(visit("new", 10));
    catchUp();
    long before = evidence.of(GUIDE).opens();
    retention.set(new RetentionPeriods(Map.of("impression", 365, "open", 365, "rating", 365)));
    assertThat(retention.due()).isEqualTo(3);
    assertThat(retention.run()).isEqualTo(3);

    assertThat(log.find("open:old")).isEmpty();
    assertThat(log.find("slate:old")).isPresent(); // slates have no period here
    assertThat(log.find("open:new")).isPresent();
    assertThat(evidence.of(GUIDE).opens()).isEqualTo(before - 1);
    assertThat(keys()).contains("open:new").doesNotContain("open:old", "seen:old");
    assertThat(kept())
        .containsExactlyInAnyOrder(
            "impression guide  1", "open guide  1", "rating guide helpful 1");
    assertThat(retention.run()).isZero();
    var again = log.append(visit("old", 400));
    assertThat(again.rejected()).hasSize(3).first().asString().contains("lies before");
  }

  @Test
  void theReadModelBuiltAnewIsTheOneThatForgot() {
    log.append(visit("old2", 500));
    log.append(visit("new2", 12));
    catchUp();
    retention.set(
        new RetentionPeriods(
            Map.of(
                "slate_served",
                365,
                "impression",
                365,
                "open",
                365,
                "download",
                365,
                "copy_link",
                365,
                "share",
                365,
                "buyer_view",
                365,
                "rating",
                365,
                "dismissal",
                365)));
    assertThat(daysOfRita()).anyMatch(row -> row.startsWith(day(500)));
    retention.run();
    var followed = keys();
    var days = daysOfRita();
    assertThat(days).noneMatch(row -> row.startsWith(day(500)));
    readModel.rebuild(read -> {});
    assertThat(daysOfRita()).isEqualTo(days);
    assertThat(followed).contains("open:new2").doesNotContain("open:old2").isEqualTo(keys());
    assertThat(
            jdbc.sql("select count(*) from insight_slate where slate = 'old2'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void nothingIsDeletedThatAReaderHasNotTakenIn() {
    log.append(visit("ahead", 300));
    jdbc.sql("update content_request_progress set sequence = 0").update();
    retention.set(new RetentionPeriods(Map.of("impression", 200)));
    assertThat(retention.run()).isZero();
    catchUp();
    assertThat(retention.run()).isPositive();
  }

  @Test
  void whatWasTakenBackIsNotCountedAndItsRetractionGoesWithIt() {
    log.append(visit("undone", 800));
    log.append(new Retraction("undo:open:undone", at(799), "open:undone", RITA));
    catchUp();
    retention.set(new RetentionPeriods(Map.of("open", 700)));
    long counted = retention.keptAsCounts();
    assertThat(retention.run()).isEqualTo(2);
    assertThat(retention.keptAsCounts()).isEqualTo(counted);
    assertThat(log.find("undo:open:undone")).isEmpty();
  }

  @Test
  void nobodySeesAnothersFiguresUnlessTheCompanyTurnedThatOnAndTheLookIsWrittenDown() {
    var admin = new User(new UserId("ada"), "Ada", Role.ADMINISTRATOR);
    var marketer = new User(new UserId("mia"), "Mia", Role.MARKETER);
    var window = new TimeWindow(at(90), NOW);
    assertThat(reports.of(RITA, window, admin)).isEmpty();
    assertThat(reports.teams(window)).isEmpty();
    reports.turn(true, admin.id());
    assertThat(reports.of(RITA, window, marketer)).isEmpty();
    assertThat(reports.looksAt(RITA)).isEmpty();
    assertThat(reports.of(RITA, window, admin)).isPresent();
    assertThat(reports.looksAt(RITA))
        .singleElement()
        .satisfies(look -> assertThat(look.viewer()).isEqualTo(admin.id()));
    reports.turn(false, admin.id());
  }

  @Test
  void teamsUnderFiveAreNotBrokenDown() {
    var admin = new UserId("ada");
    for (int i = 0; i < 5; i++) addUser("north" + i, "North");
    for (int i = 0; i < 2; i++) addUser("south" + i, "South");
    reports.turn(true, admin);
    assertThat(reports.teams(new TimeWindow(at(90), NOW)))
        .extracting(group -> group.name() + " " + group.people())
        .contains("North 5")
        .noneMatch(words -> words.startsWith("South"));
    reports.turn(false, admin);
  }

  @Test
  void whoIsForgottenIsNamedInNoTableAnyMore() {
    addUser(RITA.value(), "East");
    log.append(visit("person", 5));
    link();
    editing.edit(GUIDE, List.of(new AssetEdit.Owner(RITA.value())), RITA.value());
    owners.set(new RequestOwners.Rule(null, "", RITA));
    var own = requests.ask(RITA, new Wish("A flyer", "flyer", "", "q=flyer", null));
    requests.move(own.id(), new RequestMove.Assign(RITA), RITA);
    requests.ask(new UserId("someone"), new Wish("A poster", "", "", "", null));
    messages.tell(List.of(RITA), "hello", "Hello", "");
    models.choose(rankers.prior().version(), "I prefer it", RITA);
    jdbc.sql(
            "insert into insight_figure_access (at, viewer, person, what) values (now(), ?, ?, '')")
        .params(RITA.value(), "someone")
        .update();
    catchUp();

    var export = people.export(RITA).toString();
    assertThat(export)
        .contains("A flyer", "open:person", "\"owner_of\":\"guide\"", "Hello", "decided_at");
    assertThat(export).doesNotContain("password_hash");
    assertThat(reports.looksAt(RITA).getFirst().what()).as("a look").isEqualTo("export of all");
    assertThat(people.delete(RITA)).isInstanceOf(People.Deletion.Done.class);

    assertThat(tablesThatName(RITA.value())).isEmpty();
    assertThat(users.find(RITA)).isEmpty();
    assertThat(log.find("open:person").orElseThrow().event())
        .isInstanceOfSatisfying(
            AssetUsed.class, used -> assertThat(used.rep().value()).startsWith("removed-"));
    assertThat(requests.find(own.id()).orElseThrow().askedBy().value()).startsWith("removed-");
  }

  /** Every text, list of texts or JSON of every table. */
  private Set<String> tablesThatName(String name) {
    var found = new java.util.TreeSet<String>();
    var columns =
        jdbc.sql(
                "select table_name, column_name from information_schema.columns where table_schema"
                    + " = 'public' and data_type in ('text', 'jsonb', 'ARRAY', 'character varying')"
                    + " and table_name in (select table_name from information_schema.tables where"
                    + " table_type = 'BASE TABLE')")
            .query((row, n) -> List.of(row.getString(1), row.getString(2)))
            .list();
    assertThat(columns).hasSizeGreaterThan(100);
    for (var each : columns)
      if (jdbc.sql(
              "select exists (select 1 from %s where position(? in %s::text) > 0)"
                  .formatted(each.get(0), each.get(1)))
          .param(name)
          .query(Boolean.class)
          .single()) found.add(each.get(0) + "." + each.get(1));
    return found;
  }

  private void addUser(String id, String team) {
    if (users.find(new UserId(id)).isEmpty())
      users.create(new User(new UserId(id), id, Role.REP), team, "a passable password");
  }

  private void link() {
    var said =
        NamedValues.of(
            Map.of("title", "Guide", "url", "https://example.com/guide"),
            Currency.getInstance("EUR"));
    ingestion.ingest(IncomingFile.link(GUIDE, said.values(), null));
  }

  private List<FeedbackEvent> visit(String name, int daysAgo) {
    var at = at(daysAgo);
    return List.of(
        new SlateServed(
            "slate:" + name, at, name, Surface.SEARCH, RITA, null, "flyer", "prior", List.of()),
        new Impression("seen:" + name, at, name, GUIDE),
        new AssetUsed("open:" + name, at, Use.OPEN, RITA, GUIDE, name, null),
        new Rating("good:" + name, at, RITA, GUIDE, true, null, name, null));
  }

  private static Instant at(int daysAgo) {
    return NOW.minus(Duration.ofDays(daysAgo));
  }

  private void catchUp() {
    readModel.catchUp();
    jdbc.sql("update content_request_progress set sequence = ?")
        .param(log.latestSequence())
        .update();
  }

  private static String day(int daysAgo) {
    return at(daysAgo).atZone(ZoneId.systemDefault()).toLocalDate().toString();
  }

  private List<String> daysOfRita() {
    return jdbc
        .sql("select p::text from insight_person p where rep = ? order by day")
        .param(RITA.value())
        .query(String.class)
        .list()
        .stream()
        .map(row -> row.substring(1))
        .toList();
  }

  private List<String> keys() {
    return jdbc.sql("select key from insight_event order by sequence").query(String.class).list();
  }

  private List<String> kept() {
    return new ArrayList<>(
        jdbc.sql(
                "select type || ' ' || asset || ' ' || verdict || ' ' || events from"
                    + " feedback_kept_count where month = date_trunc('month', ?::timestamptz at"
                    + " time zone 'UTC')::date and type <> 'slate_served'")
            .param(at(400).toString())
            .query(String.class)
            .list());
  }
}
