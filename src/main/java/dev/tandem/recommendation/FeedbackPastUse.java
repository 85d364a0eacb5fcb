package dev.tandem.recommendation;

import dev.tandem.deals.DealContext;
import dev.tandem.feedback.AssetEvidence;
import dev.tandem.feedback.AssetEvidence.SimilarDeals;
import dev.tandem.feedback.AssetEvidence.Tally;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Past use as the feedback log's evidence tells it. */
@Component
class FeedbackPastUse implements PastUse {
  /** Impressions on similar deals from which on they speak for themselves. */
  private static final int ENOUGH_IN_INDUSTRY = 10;

  /** What is assumed of a log that holds little: one use in eight impressions. */
  private static final double ASSUMED_RATE = 0.125;

  private static final double ASSUMED_SHOWN = 80;
  private static final int ASKED_FOR_USUAL = 2_000;
  private static final Duration USUAL_KEPT = Duration.ofMinutes(5);

  private final AssetEvidence evidence;
  private final LibrarySnapshot library;
  private final Clock clock;
  private volatile Usual usual = new Usual(Instant.EPOCH, ASSUMED_RATE);

  FeedbackPastUse(AssetEvidence evidence, LibrarySnapshot library, Clock clock) {
    this.evidence = evidence;
    this.library = library;
    this.clock = clock;
  }

  @Override
  public Counts overall(AssetId asset) {
    var tally = evidence.of(asset);
    return new Counts(
        new Shown(tally.shown(), tally.used()),
        tally.helpful(),
        tally.notHelpful(),
        tally.dealsWon(),
        tally.dealsLost());
  }

  @Override
  public Shown similar(AssetId asset, DealContext deal) {
    var use = evidence.similarUse(asset, deal);
    var narrow = use.sameBoth();
    var wide = use.sameStage().shown() > 0 ? use.sameStage() : use.sameIndustry();
    var count = narrow.shown() >= ENOUGH_IN_INDUSTRY ? narrow : wide;
    return new Shown(count.shown(), count.used());
  }

  @Override
  public Tally tally(AssetId asset) {
    return evidence.of(asset);
  }

  @Override
  public SimilarDeals similarDeals(AssetId asset, DealContext deal, UserId rep) {
    return evidence.similarDeals(asset, deal, rep);
  }

  @Override
  public double usualRate() {
    var present = usual;
    var now = clock.instant();
    if (Duration.between(present.at(), now).compareTo(USUAL_KEPT) < 0) return present.rate();
    double shown = ASSUMED_SHOWN;
    double used = ASSUMED_SHOWN * ASSUMED_RATE;
    for (var asset : Spread.over(library.published(), ASKED_FOR_USUAL)) {
      var tally = evidence.of(asset.id());
      shown += tally.shown();
      used += tally.used();
    }
    usual = new Usual(now, used / shown);
    return usual.rate();
  }

  @Override
  public Map<AssetId, Instant> received(DealContext deal) {
    return deal.deal() == null ? Map.of() : evidence.sentToAccountOf(deal.deal());
  }

  private record Usual(Instant at, double rate) {}
}
