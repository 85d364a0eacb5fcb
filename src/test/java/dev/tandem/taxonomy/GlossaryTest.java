package dev.tandem.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tandem.identity.UserId;
import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@ExtendWith(TestDatabase.class)
class GlossaryTest {
  private static final UserId INGRID = new UserId("ingrid"), SAM = new UserId("sam");
  private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

  private final Glossary glossary;
  private final List<Object> said = new ArrayList<>();

  GlossaryTest(JdbcClient jdbc, PlatformTransactionManager transaction) {
    jdbc.sql("delete from glossary_version").update();
    jdbc.sql("delete from glossary_entry").update();
    glossary = new JdbcGlossary(jdbc, transaction, said::add, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void everyMeaningIsKeptWithWhoGaveIt() {
    glossary.define("Qualified lead", "Has a budget", List.of("MQL"), INGRID);
    var second = glossary.define("qualified  LEAD", "Has a budget and a date", List.of(), SAM);
    assertThat(second.version()).isEqualTo(2);
    assertThat(glossary.entries()).hasSize(1).first().isEqualTo(second);
    assertThat(glossary.history(second.id()))
        .extracting(Glossary.Entry::definition, Glossary.Entry::changedBy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Has a budget and a date", SAM),
            org.assertj.core.groups.Tuple.tuple("Has a budget", INGRID));
    assertThat(said).hasSize(2);
  }

  @Test
  void sayingTheSameAgainIsNoNewVersion() {
    glossary.define("SQL", "Sales says yes", List.of("a", " b "), INGRID);
    assertThat(glossary.define("SQL", " Sales says yes ", List.of("a", "b"), SAM).version())
        .isEqualTo(1);
  }

  @Test
  void aWordMayNameAStageAndAnotherStageIsANewVersion() {
    glossary.define("SQL", "Sales says yes", List.of(), JourneyStage.AWARENESS, INGRID);
    assertThat(glossary.define("SQL", "Sales says yes!", List.of(), SAM).stage())
        .isEqualTo(JourneyStage.AWARENESS);
    var third =
        glossary.define("SQL", "Sales says yes!", List.of(), JourneyStage.CONSIDERATION, SAM);
    assertThat(third.version()).isEqualTo(3);
    assertThat(glossary.entries()).containsExactly(third);
  }

  @Test
  void aWordThatIsNotUsedAnyMoreKeepsItsPastAndCanComeBack() {
    var entry = glossary.define("SQL", "Sales says yes", List.of(), INGRID);
    glossary.retire(entry.id(), SAM);
    assertThat(glossary.entries()).isEmpty();
    assertThat(glossary.history(entry.id())).hasSize(2);
    assertThat(glossary.changed(NOW, NOW.plusSeconds(1))).hasSize(2);
    assertThat(glossary.define("SQL", "Sales says yes", List.of(), SAM).version()).isEqualTo(3);
    assertThat(glossary.entries()).hasSize(1);
  }

  @Test
  void whatSaysNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> glossary.define("?", "x", List.of(), INGRID));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> glossary.define("SQL", " ", List.of(), INGRID));
  }

  @Test
  void ofTwoWhoChangeTheSameVersionAtOnceExactlyOneWins() throws Exception {
    var read = glossary.define("SQL", "Sales says yes", List.of(), INGRID);
    var together = new CyclicBarrier(2);
    Callable<Object> writing =
        () -> {
          together.await();
          var mine = "What " + Thread.currentThread().threadId() + " says";
          try {
            return glossary.defineAt("SQL", read.version(), mine, List.of(), null, SAM);
          } catch (StaleWordException stale) {
            return stale.now().orElseThrow();
          }
        };
    try (var two = Executors.newFixedThreadPool(2)) {
      var told = two.invokeAll(List.of(writing, writing));
      assertThat(told.get(0).get())
          .as("both know the version that won")
          .isEqualTo(told.get(1).get());
    }
    assertThat(glossary.history(read.id())).hasSize(2);
  }

  @Test
  void aNewWordThatSomebodyElseWroteMeanwhileIsNotOverwritten() {
    var theirs = glossary.define("SQL", "Sales says yes", List.of(), INGRID);
    assertThatExceptionOfType(StaleWordException.class)
        .isThrownBy(() -> glossary.defineAt("sql", 0, "A database", List.of(), null, SAM))
        .satisfies(stale -> assertThat(stale.now()).contains(theirs));
    assertThat(glossary.entries()).containsExactly(theirs);
  }

  @Test
  void whatChangedMeanwhileIsNotRetired() {
    var read = glossary.define("SQL", "Sales says yes", List.of(), INGRID);
    glossary.define("SQL", "Sales says yes in writing", List.of(), INGRID);
    assertThatExceptionOfType(StaleWordException.class)
        .isThrownBy(() -> glossary.retireAt(read.id(), read.version(), SAM));
    assertThat(glossary.entries()).hasSize(1);
    glossary.retireAt(read.id(), 2, SAM);
    assertThat(glossary.entries()).isEmpty();
  }
}
