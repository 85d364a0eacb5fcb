package dev.tandem.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.insight.EventTable.EventRow;
import dev.tandem.insight.EventTable.SlateRow;
import dev.tandem.shared.Proportion;
import dev.tandem.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What counts as a search, when people stop for a moment while they type. */
@ExtendWith(TestDatabase.class)
class SearchesUsedTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Days THAT_DAY = new Days(Days.day(NINE), Days.day(NINE));

  private final EventTable events;
  private final PerformanceTables tables;
  private final RollUps rollUps;
  private int number;

  SearchesUsedTest(JdbcClient jdbc, DataSource source, TransactionTemplate transaction) {
    rollUps = new RollUps(jdbc, transaction);
    events = new EventTable(jdbc, new JdbcTemplate(source));
    tables = new PerformanceTables(jdbc, new PackedRows(jdbc), new NameNumbers(jdbc));
  }

  @BeforeEach
  void nothingYet() {
    events.clear();
  }

  @Test
  void halfAWordOnItsWayToTheWholeIsNoSearchOfItsOwn() {
    search("rita", "secu", 0);
    used(search("rita", "security", 4));
    assertThat(searches()).isEqualTo(new Proportion(1, 1));
  }

  @Test
  void lettersTakenAwayAreNoSearchEither() {
    search("rita", "Security q", 0);
    search("rita", "security", 4);
    assertThat(searches()).isEqualTo(new Proportion(0, 1));
  }

  @Test
  void halfAWordThatLedToAUseCounts() {
    used(search("rita", "secu", 0));
    search("rita", "security", 4);
    assertThat(searches()).isEqualTo(new Proportion(1, 2));
  }

  @Test
  void otherWordsOtherPeopleAndLaterTimesAreSearchesOfTheirOwn() {
    search("rita", "roi", 0);
    search("rita", "pricing", 5);
    search("rita", "pricing for teams", 3_600);
    search("sam", "pricing", 3_605);
    assertThat(searches()).isEqualTo(new Proportion(0, 4));
  }

  private Proportion searches() {
    rollUps.mark(List.of(THAT_DAY.first()));
    rollUps.fold(NINE);
    return tables.searches(THAT_DAY);
  }

  private String search(String rep, String words, int seconds) {
    var id = "slate-" + ++number;
    var at = NINE.plusSeconds(seconds);
    events.addSlates(
        List.of(
            new SlateRow(
                id,
                at,
                "search",
                rep,
                null,
                words,
                null,
                List.of(),
                null,
                null,
                EventTable.Experiment.NONE)));
    return id;
  }

  private void used(String slate) {
    events.addEvents(
        List.of(
            new EventRow(
                ++number,
                "open-" + number,
                NINE.plusSeconds(60),
                Action.OPEN,
                "guide",
                "rita",
                null,
                null,
                slate,
                null,
                null,
                null,
                null)));
  }
}
