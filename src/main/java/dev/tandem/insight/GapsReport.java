package dev.tandem.insight;

import dev.tandem.deals.OpportunityId;
import dev.tandem.shared.Money;
import dev.tandem.shared.TimeWindow;
import java.util.List;

/** What content is missing, and what it may cost. */
public interface GapsReport {

  /** The gaps with most money in open deals first. */
  List<Gap> gaps(TimeWindow window);

  /** How a gap was found. */
  enum Kind {
    SEARCHES("Searches without a use"),
    WEAK_DEALS("Deals with weak candidates"),
    EMPTY_CELLS("Empty places of the journey"),
    COMPETITORS("Competitors without an answer"),
    LOSS_REASONS("Loss reasons without an answer");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param title what is missing, in a few words
   * @param evidence what it was told from, each with its numbers
   * @param openDeals those concerned
   * @param openMoney their amounts
   * @param lostMoney amounts of deals lost on the days for which it stood, too
   * @param need as it could be asked for
   * @param query the words to look for it, may be empty
   */
  record Gap(
      Kind kind,
      String title,
      List<String> evidence,
      List<OpportunityId> openDeals,
      List<Money> openMoney,
      List<Money> lostMoney,
      String need,
      String query) {
    public Gap {
      evidence = List.copyOf(evidence);
      openDeals = List.copyOf(openDeals);
      openMoney = List.copyOf(openMoney);
      lostMoney = List.copyOf(lostMoney);
    }

    /** Tells it from the others of a report; a link keeps it. */
    public String key() {
      return kind.id() + ":" + title;
    }
  }
}
