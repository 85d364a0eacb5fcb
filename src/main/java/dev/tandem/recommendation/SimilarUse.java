package dev.tandem.recommendation;

import dev.tandem.deals.DealContext;
import dev.tandem.feedback.AssetEvidence.Circle;
import dev.tandem.feedback.AssetEvidence.SimilarDeals;
import dev.tandem.shared.Interval;
import dev.tandem.shared.Proportion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an asset was used on deals like this one: at the same stage of the buyer and in the same
 * industry; where these are fewer than five, in the same industry at whatever stage; else at the
 * same stage in whatever industry.
 *
 * @param deals of those deals on which it was seen or used, how many used it
 * @param colleagues of the people on them, the asking rep left out, how many used it; null where
 *     they are fewer than five, so that nobody can be told from the number
 */
public record SimilarUse(
    Basis basis, String definition, Proportion deals, @Nullable Proportion colleagues) {

  /** Fewer deals than this say nothing, and fewer people than this are not counted. */
  public static final int ENOUGH = 5;

  public static final SimilarUse NONE =
      new SimilarUse(Basis.NONE, "nothing is known of this deal", new Proportion(0, 0), null);

  /** What the deals have in common with this one. */
  public enum Basis {
    STAGE_AND_INDUSTRY,
    INDUSTRY,
    STAGE,
    /** Neither stage nor industry is known. */
    NONE;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static SimilarUse of(SimilarDeals found, DealContext deal) {
    var stage = deal.stage().stage();
    var industry = deal.industry();
    if (stage == null && industry == null) return NONE;
    var at = stage == null ? "" : " at the " + stage.label().toLowerCase(Locale.ENGLISH) + " stage";
    var in = industry == null ? "" : " in " + industry.label();
    boolean both = stage != null && industry != null;
    if (both && found.sameBoth().deals() >= ENOUGH)
      return of(Basis.STAGE_AND_INDUSTRY, "deals" + in + at, found.sameBoth());
    if (industry != null && (stage == null || found.sameIndustry().deals() >= ENOUGH))
      return of(Basis.INDUSTRY, "deals" + in, found.sameIndustry());
    return of(Basis.STAGE, "deals" + at, found.sameStage());
  }

  private static SimilarUse of(Basis basis, String definition, Circle circle) {
    return new SimilarUse(
        basis,
        definition,
        new Proportion(circle.dealsUsing(), circle.deals()),
        circle.people() < ENOUGH ? null : new Proportion(circle.peopleUsing(), circle.people()));
  }

  /** Of the share of deals that used it; null when there are too few to judge. */
  public @Nullable Interval interval() {
    return deals.trials() < ENOUGH ? null : deals.wilson95();
  }
}
