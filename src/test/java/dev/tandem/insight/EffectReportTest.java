package dev.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tandem.feedback.EventJson;
import dev.tandem.feedback.EventProblem;
import dev.tandem.insight.EffectReport.AssetEffect;
import dev.tandem.insight.EffectReport.Effect;
import dev.tandem.insight.EffectReport.Kind;
import dev.tandem.library.AssetId;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import dev.tandem.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What was drawn by lot comes from the log into the report. */
@ExtendWith(TestDatabase.class)
class EffectReportTest {
  private static final TimeWindow NOVEMBER =
      new TimeWindow(Days.start(LocalDate.of(2026, 11, 1)), Days.start(LocalDate.of(2026, 12, 1)));

  private final SmallCompany company;
  private int slates;
  private int keys;
  private LocalDate on = LocalDate.of(2026, 11, 5);

  EffectReportTest(JdbcClient jdbc, DataSource source, PlatformTransactionManager transactions) {
    company = new SmallCompany(jdbc, source, transactions);
  }

  @Test
  void theModelInUseIsComparedWithItsHeldOutDays() {
    for (int i = 0; i < 80; i++) {
      boolean out = i % 2 == 0;
      var slate = slate("rep-" + i, out ? "prior" : "m1", out ? "holdout:m1" : "in_use", "", 1, "");
      seen(slate, "guide");
      if (out ? i % 8 == 0 : i % 4 == 1) use(slate, "rep-" + i, "guide");
    }
    // another model's slates have nothing to be compared with
    use(slate("rita", "m0", "in_use", "", 1, ""), "rita", "guide");
    // and what nobody saw is no slate
    slate("bob", "m1", "in_use", "", 1, "");
    var used = effect(Kind.HOLDOUT_USED);
    assertThat(used.treated().count()).isEqualTo(20);
    assertThat(used.treated().slates()).isEqualTo(40);
    assertThat(used.control().count()).isEqualTo(10);
    assertThat(used.control().repDays()).isEqualTo(40);
    assertThat(used.enough()).isTrue();
    assertThat(used.difference().difference()).isEqualTo(0.25);
    assertThat(used.real()).isTrue();
    sameWhenReadAnew();
  }

  @Test
  void aFewDaysAreNotEnough() {
    use(slate("rita", "m1", "in_use", "", 1, ""), "rita", "guide");
    seen(slate("bob", "prior", "holdout:m1", "", 1, ""), "guide");
    assertThat(company.reports.effects.effects(NOVEMBER).whole()).noneMatch(Effect::enough);
    assertThat(EffectTables.effects(company.reports.effects.effects(NOVEMBER)).named().getFirst())
        .containsEntry("verdict", "not_enough_data_yet")
        .containsEntry("difference", null);
  }

  @Test
  void aSessionGoesToTheModelWhoseChoiceWasUsedFirst() {
    var first = slate("rita", "m1", "interleaved:m2", "m2", 1, "");
    use(first, "rita", "filler-2"); // both would have chosen it: says nothing
    use(first, "rita", "guide"); // the rival's
    use(slate("bob", "m1", "interleaved:m2", "m1", 1, ""), "bob", "guide");
    use(slate("eva", "m1", "interleaved:m2", "m1", 1, ""), "eva", "guide");
    seen(slate("tom", "m1", "interleaved:m2", "m1", 1, ""), "guide");
    var duel = company.reports.effects.effects(NOVEMBER).duels().getFirst();
    assertThat(duel.wins()).isEqualTo(new Proportion(2, 3));
    assertThat(duel.ties()).isEqualTo(1);
    assertThat(duel.enough()).isFalse();
    sameWhenReadAnew();
  }

  @Test
  void whatWasTriedOutIsComparedWithWhereItMightHaveBeen() {
    for (int i = 0; i < 200; i++) {
      boolean tried = i % 4 == 0;
      var rep = "rep-" + i;
      var slate = slate(rep, "m1", "in_use", "", tried ? 0.25 : 0.75, tried ? "video" : "");
      seen(slate, "guide");
      if (tried && i % 8 == 0) use(slate, rep, "video");
      if (!tried && i % 20 == 1) use(slate, rep, "guide");
    }
    // what could not come out otherwise is no example
    use(slate("rita", "m1", "in_use", "", 1, ""), "rita", "guide");
    var page = company.reports.effects.effects(NOVEMBER);
    var all = effect(Kind.EXPLORATION);
    assertThat(all.treated().slates()).isEqualTo(50);
    assertThat(all.control().slates()).isEqualTo(150);
    assertThat(all.treated().rate()).isEqualTo(0.5);
    // which assets might have been shown was not logged, so nothing is said of a single one
    assertThat(page.assets()).isEmpty();
    sameWhenReadAnew();
  }

  @Test
  void anAssetThatALotHasShownIsComparedWithWhereTheLotPassedItOver() {
    // three assets might come to the fourth place: the video in 1 of 5, the others less often
    var pool = "video 0.2 9|guide-2 0.1 9|filler-6 0.1 6";
    for (int i = 0; i < 400; i++) {
      var rep = "rep-" + i;
      var tried = i % 5 == 0 ? "video" : i % 10 == 1 ? "guide-2" : "";
      var slate = slate(rep, "m1", "in_use", "", chance(tried), tried, pool);
      seen(slate, "guide");
      if (tried.equals("video") && i % 2 == 0) use(slate, rep, "video");
      if (!tried.equals("video") && i % 16 == 3) use(slate, rep, "guide");
    }
    var assets = company.reports.effects.effects(NOVEMBER).assets();
    assertThat(assets).extracting(AssetEffect::asset).containsExactly("video", "guide-2");
    var video = assets.getFirst();
    assertThat(video.own().tries()).isEqualTo(80);
    assertThat(video.own().anew()).isEqualTo(80);
    assertThat(video.own().treated().count()).isEqualTo(40);
    assertThat(video.own().control().count()).isZero();
    assertThat(video.own().control().slates()).isEqualTo(320);
    assertThat(video.own().difference().difference()).isEqualTo(0.5);
    assertThat(video.own().real()).isTrue();
    assertThat(video.lists().control().count()).isEqualTo(20);
    assertThat(video.lists().real()).isTrue();
    // nobody used the other one, so it says nothing yet of its own use
    assertThat(assets.getLast().own().enough()).isFalse();
    assertThat(assets.getLast().lists().enough()).isTrue();
    assertThat(assets.getLast().lists().real()).isFalse();
    sameWhenReadAnew();
    assertThat(company.reports.effects.effect(new AssetId("video"), NOVEMBER)).hasValue(video);
    assertThat(company.reports.effects.effect(new AssetId("guide"), NOVEMBER)).isEmpty();
  }

  @Test
  void eachListCountsByTheInverseOfItsChance() {
    // where the video came up more often, more of everything was used anyway
    for (int i = 0; i < 240; i++) {
      boolean often = i % 2 == 0;
      boolean shown = i / 2 % (often ? 2 : 4) == 0;
      var rep = "rep-" + i;
      var slate =
          slate(
              rep,
              "m1",
              "in_use",
              "",
              often ? 0.5 : shown ? 0.25 : 0.75,
              shown ? "video" : "",
              often ? "video 0.5 5" : "video 0.25 5");
      seen(slate, "guide");
      if (often) use(slate, rep, "filler-2");
    }
    var lists = company.reports.effects.effects(NOVEMBER).assets().getFirst().lists();
    assertThat(lists.treated().count()).isEqualTo(60);
    assertThat(lists.treated().slates()).isEqualTo(90);
    assertThat(lists.treated().rate()).isCloseTo(0.5, within(1e-9));
    assertThat(lists.control().rate()).isCloseTo(0.5, within(1e-9));
    assertThat(lists.difference().difference()).isCloseTo(0, within(1e-9));
    assertThat(lists.anew()).isZero();
  }

  @Test
  void aFewListsAreNotEnoughForAnAsset() {
    for (int i = 0; i < 90; i++) {
      var rep = "rep-" + i;
      var tried = i < AssetEffect.LEAST_TRIES - 1 ? "video" : "";
      use(slate(rep, "m1", "in_use", "", 0.5, tried, "video 0.5 9"), rep, "guide");
    }
    var video = company.reports.effects.effects(NOVEMBER).assets().getFirst();
    assertThat(video.both()).noneMatch(Effect::enough);
    assertThat(video.lists().treated().count()).isEqualTo(29);
  }

  @Test
  void listsOfMonthsThatAreOverCountAsWell() {
    for (int i = 0; i < 80; i++) {
      on = LocalDate.of(2026, 9 + i % 3, 5 + i % 7);
      var tried = i % 2 == 0 ? "video" : "";
      use(slate("rep-" + i, "m1", "in_use", "", 0.5, tried, "video 0.5 9"), "rep-" + i, "guide");
    }
    var autumn =
        new TimeWindow(Days.start(LocalDate.of(2026, 9, 6)), Days.start(LocalDate.of(2026, 12, 1)));
    var all = company.reports.effects.effects(autumn).assets().getFirst().lists();
    assertThat(all.treated().count() + all.control().count())
        .isEqualTo(all.treated().slates() + all.control().slates())
        .isEqualTo(80 - 4);
    assertThat(company.reports.effects.effect(new AssetId("video"), autumn)).isPresent();
    sameWhenReadAnew();
  }

  @Test
  void aPoolThatDoesNotHoldWhatWasTriedOutIsNotBelieved() {
    for (int i = 0; i < 90; i++)
      seen(slate("rep-" + i, "m1", "in_use", "", 0.5, "video", "guide-2 0.5 9"), "guide");
    assertThat(company.reports.effects.effects(NOVEMBER).assets()).isEmpty();
  }

  private static double chance(String tried) {
    return switch (tried) {
      case "video" -> 0.2;
      case "guide-2" -> 0.1;
      default -> 0.6;
    };
  }

  @Test
  void aListThatIsSeenOnALaterDayCountsOnItsOwn() {
    var slate = slate("rita", "m1", "in_use", "", 1, "");
    slate("bob", "prior", "holdout:m1", "", 1, "");
    company.readModel.catchUp();
    log(
        """
        {"key":"%s","type":"impression","at":"2026-11-07T09:00:00Z","slate":"%s","asset":"guide"}
        """
            .formatted("k" + keys++, slate));
    company.readModel.catchUp();
    sameWhenReadAnew();
  }

  private Effect effect(Kind kind) {
    return company.reports.effects.effects(NOVEMBER).whole().stream()
        .filter(effect -> effect.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private void sameWhenReadAnew() {
    company.readModel.catchUp();
    var followed = company.tables();
    company.readModel.rebuild(sequence -> {});
    assertThat(company.tables()).isEqualTo(followed);
  }

  /**
   * Six places: the guide first, the fourth the one that may be tried out.
   *
   * @param team of the first
   * @param chance that the usual asset stands at the fourth place, or that something is tried there
   * @param tried the asset at the fourth place, empty for the usual
   */
  private String slate(
      String rep, String model, String arm, String team, double chance, String tried) {
    return slate(rep, model, arm, team, chance, tried, "");
  }

  /**
   * @param pool asset, chance, and place otherwise of each, divided by bars; empty for none
   */
  private String slate(
      String rep, String model, String arm, String team, double chance, String tried, String pool) {
    var id = "drawn-" + slates++;
    var items = new StringBuilder();
    for (int place = 1; place <= 6; place++) {
      var asset = place == 1 ? "guide" : place == 4 && !tried.isEmpty() ? tried : "filler-" + place;
      double probability = place < 4 ? 1 : chance;
      var ofTeam = place == 1 ? team : place == 4 && !tried.isEmpty() ? "exploration" : "";
      items
          .append(items.isEmpty() ? "" : ",")
          .append(
              """
              {"asset":"%s","position":%d,"score":1.0,"selection_probability":%s%s}"""
                  .formatted(
                      asset,
                      place,
                      probability,
                      ofTeam.isEmpty() ? "" : ",\"team\":\"" + ofTeam + "\""));
    }
    log(
        """
        {"key":"%s","type":"slate_served","at":"%sT09:00:00Z","slate":"%s","surface":"deal",\
        "rep":"%s","deal":"open","model":"%s","arm":"%s","items":[%s]%s}
        """
            .formatted(id, on, id, rep, model, arm, items, pool.isEmpty() ? "" : pool(pool)));
    return id;
  }

  private static String pool(String members) {
    return ",\"pool\":{\"version\":1,\"place\":4,\"members\":["
        + Pattern.compile("\\|")
            .splitAsStream(members)
            .map(member -> member.split(" ", -1))
            .map(
                part ->
                    "{\"asset\":\"%s\",\"selection_probability\":%s,\"otherwise\":%s}"
                        .formatted((Object[]) part))
            .collect(Collectors.joining(","))
        + "]}";
  }

  private void seen(String slate, String asset) {
    log(
        """
        {"key":"k%d","type":"impression","at":"%sT09:00:01Z","slate":"%s","asset":"%s"}
        """
            .formatted(keys++, on, slate, asset));
  }

  private void use(String slate, String rep, String asset) {
    log(
        """
        {"key":"k%d","type":"open","at":"%sT09:00:%02dZ","rep":"%s","asset":"%s","slate":"%s"}
        """
            .formatted(keys, on, 2 + keys++ % 50, rep, asset, slate));
  }

  private void log(String event) {
    try {
      company.log.append(List.of(EventJson.read(event)));
    } catch (EventProblem e) {
      throw new IllegalArgumentException(event, e);
    }
  }
}
