package dev.tandem.insight;

import dev.tandem.insight.statistics.RandomisedDifference;
import dev.tandem.library.AssetId;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the recommendations bring about, from the part of them that was drawn by lot. Nothing else
 * in the reports is called an effect.
 */
public interface EffectReport {

  /** What was compared with what. */
  enum Kind {
    HOLDOUT_USED(
        "Lists used",
        "ranked by the model in use",
        "ranked without learning, on held-out days of reps"),
    HOLDOUT_USES(
        "Uses per list",
        "ranked by the model in use",
        "ranked without learning, on held-out days of reps"),
    EXPLORATION(
        "Lists used where something was tried out",
        "one place given to something new",
        "the usual asset left there"),
    ASSET(
        "Uses of the asset, per list",
        "shown by lot at the fourth place",
        "passed over by lot, left where it ranks"),
    ASSET_LISTS(
        "Lists used, with the asset or without",
        "shown by lot at the fourth place",
        "passed over by lot, left where it ranks");

    private final String label;
    private final String treated;
    private final String control;

    Kind(String label, String treated, String control) {
      this.label = label;
      this.treated = treated;
      this.control = control;
    }

    /** The name in the API, such as {@code holdout_used}. */
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String label() {
      return label;
    }

    public String treated() {
      return treated;
    }

    public String control() {
      return control;
    }
  }

  /**
   * @param count of uses, or of used slates
   * @param slates that were seen
   * @param repDays days of reps on which they were: the unit that was drawn
   * @param rate count ÷ slates, each slate weighted by the inverse of its chance; NaN without any
   */
  record Side(long count, long slates, long repDays, double rate) {}

  /**
   * @param asset null for the recommendations as a whole
   * @param tries slates on which this asset was the one that was tried out
   * @param anew of these, where it would not have been on the slate otherwise
   * @param real whether it is called an effect: the interval leaves out none and, of assets, at
   *     most 5 % of those that are called so are expected to be chance
   */
  record Effect(
      Kind kind,
      @Nullable String asset,
      String label,
      Side treated,
      Side control,
      long tries,
      long anew,
      RandomisedDifference difference,
      boolean real) {

    /** Below it nothing is said but that there is not enough yet. */
    public boolean enough() {
      return difference.interval() != null;
    }

    /** Whether the interval leaves out none, but that is to be expected among so many. */
    public boolean maybeChance() {
      return !real && difference.isReal();
    }
  }

  /**
   * What showing one very asset brings about: its own use, and that of the whole list, from which
   * it may only draw use away.
   */
  record AssetEffect(String asset, String label, Effect own, Effect lists) {
    /** An asset that was shown by lot less often says nothing yet. */
    public static final int LEAST_TRIES = 30;

    public List<Effect> both() {
      return List.of(own, lists);
    }

    boolean enough() {
      return own.enough() || lists.enough();
    }

    double p() {
      return Math.min(own.difference().p(), lists.difference().p());
    }
  }

  /**
   * Two models that picked in turn.
   *
   * @param wins sessions whose first use was of the model's choice, of those that tell
   * @param ties sessions without a use that tells
   */
  record Duel(String model, String rival, Proportion wins, long ties) {
    /** So many sessions must tell before a winner is named. */
    public static final int LEAST_SESSIONS = 20;

    public boolean enough() {
      return wins.trials() >= LEAST_SESSIONS;
    }

    /** Whether the interval leaves out one half. */
    public boolean real() {
      var interval = wins.wilson95();
      return enough() && (interval.low() > 0.5 || interval.high() < 0.5);
    }
  }

  /**
   * @param whole of the recommendations as a whole
   * @param assets that were shown by lot, the clearest first
   */
  record Page(List<Effect> whole, List<Duel> duels, List<AssetEffect> assets) {}

  Page effects(TimeWindow window);

  /** Of one asset as the page tells it; empty where it was never shown by lot. */
  Optional<AssetEffect> effect(AssetId asset, TimeWindow window);
}
