package dev.tandem.insight.alignment;

import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Glossary;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What both teams look at together, for one month.
 *
 * @param until the last day that is counted; before the month's end while it is running
 * @param journey empty when the CRM delivers no leads
 * @param gaps at most three, the most money first
 */
public record AlignmentPack(
    YearMonth month,
    LocalDate until,
    Instant madeAt,
    List<Figure> delivered,
    List<Figure> used,
    List<Figure> journey,
    List<Gap> gaps,
    List<Promise> promises,
    List<LossReason> lossReasons,
    List<Issue> issues,
    List<Win> wins,
    List<Glossary.Entry> words) {
  public AlignmentPack {
    delivered = List.copyOf(delivered);
    used = List.copyOf(used);
    journey = List.copyOf(journey);
    gaps = List.copyOf(gaps);
    promises = List.copyOf(promises);
    lossReasons = List.copyOf(lossReasons);
    issues = List.copyOf(issues);
    wins = List.copyOf(wins);
    words = List.copyOf(words);
  }

  /**
   * A number with last month's beside it.
   *
   * @param basis what it was counted from
   */
  public record Figure(String name, String now, String before, String basis) {}

  /** Something missing, with the open deals that would need it. */
  public record Gap(String what, int openDeals, List<Money> money, String path) {
    public Gap {
      money = List.copyOf(money);
    }
  }

  /**
   * @param side "Marketing" or "Sales"
   * @param kept "5 of 7", or that nothing fell due
   */
  public record Promise(String side, String what, String kept, String before, String basis) {}

  /** Why deals were lost in the month, by the CRM's own words. */
  public record LossReason(String reason, long deals, List<Money> money) {
    public LossReason {
      money = List.copyOf(money);
    }
  }

  /**
   * @param author null for an anonymous one
   */
  public record Issue(long id, String words, @Nullable String author, @Nullable String settled) {}

  /** A deal that was won, with content that was used on it: beside it, not because of it. */
  public record Win(String deal, String path, @Nullable Money amount, List<String> content) {
    public Win {
      content = List.copyOf(content);
    }
  }
}
