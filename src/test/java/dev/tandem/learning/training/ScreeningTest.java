package dev.tandem.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.learning.Example;
import dev.tandem.learning.LinearPrior;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one person, or one broken client, can make a model believe is bounded. */
class ScreeningTest {
  private static final Example PUSHED =
      Sessions.example("pushed", ContentType.CASE_STUDY, JourneyStage.DECISION, Map.of());

  private static Example other(int number) {
    return Sessions.example("o" + number, ContentType.BLOG_POST, JourneyStage.DECISION, Map.of());
  }

  private static Session session(int number, String rep, long secondsApart, Judged... items) {
    return new Session(
        number,
        Instant.EPOCH.plusSeconds(number * secondsApart),
        Surface.DEAL,
        new UserId(rep),
        List.of(items),
        true);
  }

  /** Ten honest reps who pass the asset over. */
  private static List<Session> honest(int sessions) {
    var honest = new ArrayList<Session>();
    for (int i = 0; i < sessions; i++)
      honest.add(
          session(
              i,
              "rep" + i % 10,
              7200,
              new Judged(PUSHED, 1, 0, 1),
              new Judged(other(i % 40), 2, i % 3 == 0 ? 0.7 : 0, 1)));
    return honest;
  }

  private static double score(List<Session> sessions, Example example) {
    var set = Screening.of(sessions, nobody -> false).kept();
    return HierarchicalTrainer.around(new LinearPrior(), Clock.systemUTC())
        .fit(set, new Shrinkage(0.25, 0.1, 0.6), "m")
        .score(example);
  }

  private static List<Session> pushed(int times) {
    var sessions = new ArrayList<>(honest(300));
    for (int i = 0; i < times; i++)
      sessions.add(
          session(
              1000 + i,
              "gamer",
              7200,
              new Judged(PUSHED, 1, 0.9, 1),
              new Judged(other(i % 40), 2, 0, 1)));
    return sessions;
  }

  @Test
  void pushingAnAssetAThousandTimesDoesNoMoreThanFiftyTimes() {
    double fifty = score(pushed(50), PUSHED);
    double thousand = score(pushed(1000), PUSHED);
    assertThat(thousand - fifty).isLessThan(0.3);
    assertThat(Screening.of(pushed(1000), nobody -> false).repeated()).isGreaterThan(990);
  }

  @Test
  void whatTenRepsFindOutweighsOneWhoPushes() {
    var liked = new ArrayList<Session>();
    for (var session : honest(300))
      liked.add(
          session.with(
              item -> item.position() == 1 ? new Judged(item.example(), 1, 0.7, 1) : item));
    assertThat(score(liked, PUSHED)).isGreaterThan(score(pushed(1000), PUSHED));
  }

  @Test
  void whoUsesEverythingSaysNothing() {
    var sessions = honest(100);
    for (int i = 0; i < 30; i++)
      sessions.add(
          session(
              1000 + i,
              "clicker",
              7200,
              new Judged(PUSHED, 1, 0.3, 1),
              new Judged(other(i), 2, 0.3, 1)));
    var screening = Screening.of(sessions, nobody -> false);
    assertThat(screening.clickers()).containsExactly(new UserId("clicker"));
    assertThat(screening.kept().sessions().getLast().items().getFirst().weight()).isLessThan(0.06);
  }

  @Test
  void aScriptThatOpensSlatesAllDayIsCutOff() {
    var sessions = honest(10);
    for (int i = 0; i < 5000; i++)
      sessions.add(session(1000 + i, "script", 1, new Judged(other(i), 1, 0, 1)));
    assertThat(Screening.of(sessions, nobody -> false).dailyExcess())
        .isEqualTo(5000 - Screening.MOST_A_DAY);
  }

  @Test
  void oneRepAmongTenCountsForAtMostAFifth() {
    var sessions = honest(100);
    for (int i = 0; i < 2000; i++)
      sessions.add(
          session(1000 + i, "busy", 3600, new Judged(other(i), 1, i % 4 == 0 ? 0.3 : 0, 1)));
    var screening = Screening.of(sessions, nobody -> false);
    assertThat(screening.dominant()).containsExactly(new UserId("busy"));
    double busy = 0;
    double all = 0;
    for (var session : screening.kept().sessions())
      for (var item : session.items()) {
        all += item.weight();
        if (session.rep().value().equals("busy")) busy += item.weight();
      }
    assertThat(busy / all).isLessThan(2.0 / 11 + 0.01);
  }

  @Test
  void whatEveryoneUsesOftenDoesNotSeemToBePassedOver() {
    var popular = new ArrayList<Session>();
    for (int i = 0; i < 400; i++)
      popular.add(
          session(
              i,
              "rep" + i % 5,
              7200,
              new Judged(PUSHED, 1, i % 3 == 0 ? 0 : 0.7, 1),
              new Judged(other(i % 40), 2, i % 10 == 0 ? 0.7 : 0, 1)));
    assertThat(score(popular, PUSHED)).isGreaterThan(score(popular, other(3)) + 1);
  }

  @Test
  void anHonestTeamIsLeftAlone() {
    var sessions = honest(100);
    var screening = Screening.of(sessions, nobody -> false);
    assertThat(screening.kept().sessions()).isEqualTo(sessions);
    assertThat(screening.clickers()).isEmpty();
    assertThat(screening.dominant()).isEmpty();
  }

  @Test
  void whatMarketersTryOutHardlyCounts() {
    var sessions = honest(100);
    for (int i = 0; i < 10; i++)
      sessions.add(session(1000 + i, "marketer", 7200, new Judged(PUSHED, 1, 0.9, 1)));
    var screening = Screening.of(sessions, who -> who.value().equals("marketer"));
    assertThat(screening.triedOut()).isEqualTo(10);
    assertThat(screening.kept().sessions().getLast().items().getFirst().weight()).isLessThan(0.06);
    assertThat(screening.kept().sessions().getFirst().items().getFirst().weight()).isEqualTo(1);
  }
}
