package dev.tandem.recommendation;

import dev.tandem.deals.DealContext;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.StageEntry;
import dev.tandem.deals.StageReading;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.learning.Example;
import dev.tandem.learning.FeatureVector;
import dev.tandem.learning.Kin;
import dev.tandem.learning.RankingFeature;
import dev.tandem.learning.TrainingSituations;
import dev.tandem.library.AssetId;
import dev.tandem.recommendation.CandidateSources.Matches;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.shared.PendingWork;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What old slates were about. Features come from the log where it holds them. Slates that came from
 * elsewhere carry none: theirs are made now, for the deal at the stage that it had then, on the day
 * it was then, with the use that was known then. What texts and labels say is taken as it is today.
 */
@Component
class LoggedSituations implements TrainingSituations {
  private static final int REMEMBERED = 2_000;
  private static final Matches NONE =
      new Matches(Match.Found.NOTHING, Match.Found.NOTHING, Match.Found.NOTHING, false);

  private final Opportunities opportunities;
  private final SituationReader situations;
  private final CandidateSources sources;
  private final LibrarySnapshot library;
  private final AssetKin kin;
  private final PendingWork indexing;
  private final Clock clock;

  LoggedSituations(
      Opportunities opportunities,
      SituationReader situations,
      CandidateSources sources,
      LibrarySnapshot library,
      AssetKin kin,
      PendingWork indexing,
      Clock clock) {
    this.opportunities = opportunities;
    this.situations = situations;
    this.sources = sources;
    this.library = library;
    this.kin = kin;
    this.indexing = indexing;
    this.clock = clock;
  }

  @Override
  public Reading read(Runnable whileWaiting) {
    return new FromTheLog(whileWaiting);
  }

  @Override
  public Kin kin(AssetId asset) {
    library.published();
    return kin.anew(asset);
  }

  private final class FromTheLog implements Reading {
    private final ReplayedUse use = new ReplayedUse();
    private final FeatureExtractor features = new FeatureExtractor(use);
    private final Map<OpportunityId, DealContext> deals = newest();
    private final Map<OpportunityId, List<StageEntry>> histories = newest();
    private final Map<OpportunityId, Matches> matches = newest();
    private final Map<String, Matches> queries = newest();
    private final Runnable whileWaiting;

    /** The library as it was when the first slate was described anew; a new list each change. */
    private @Nullable List<AssetTraits> describedFrom;

    FromTheLog(Runnable whileWaiting) {
      this.whileWaiting = whileWaiting;
    }

    private static <K, V> Map<K, V> newest() {
      return new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
          return size() > REMEMBERED;
        }
      };
    }

    @Override
    public List<@Nullable Example> describe(SlateServed slate) {
      var deal = dealAt(slate.deal(), slate.at());
      use.served(slate.slate(), deal);
      if (slate.items().isEmpty()) return List.of();
      return slate.items().stream().anyMatch(item -> !item.features().isEmpty())
          ? asLogged(slate, deal)
          : anew(slate, deal);
    }

    @Override
    public void follow(FeedbackEvent event) {
      use.follow(event);
    }

    @Override
    public boolean outdated() {
      return describedFrom != null && describedFrom != library.published();
    }

    private List<@Nullable Example> asLogged(SlateServed slate, DealContext deal) {
      var asked = Situation.asked(deal, slate.query() != null);
      var examples = new ArrayList<@Nullable Example>();
      library.published();
      for (var item : slate.items()) {
        // what was learned of a merged copy is learned of the asset that was kept
        var traits = library.find(library.keptFor(item.asset()));
        examples.add(
            new Example(
                FeatureVector.named(RankingFeature.SCHEMA, item.features()),
                library.keptFor(item.asset()),
                traits == null ? ContentType.OTHER : traits.type(),
                asked));
      }
      return examples;
    }

    private List<@Nullable Example> anew(SlateServed slate, DealContext deal) {
      if (describedFrom == null) {
        // a library half of which is read for its meaning would give other features than are in use
        indexing.finish(_ -> whileWaiting.run());
        describedFrom = library.published();
      }
      var situation = situation(slate, deal);
      var found = matches(slate, situation);
      var candidates = new ArrayList<Candidate>();
      for (var item : slate.items()) {
        var traits = library.find(library.keptFor(item.asset()));
        if (traits != null) candidates.add(found.of(traits));
      }
      var described = new HashMap<String, Example>();
      for (var each : features.describe(situation, candidates))
        described.put(each.traits().id().value(), each.example());
      var examples = new ArrayList<@Nullable Example>();
      for (var item : slate.items())
        examples.add(described.get(library.keptFor(item.asset()).value()));
      return examples;
    }

    /** The library is asked once for each query and once for each deal. */
    private Matches matches(SlateServed slate, Situation situation) {
      var words = situation.request().query();
      var byWords = words.isEmpty() ? NONE : queries.get(words);
      if (byWords == null) {
        byWords = sources.matches(situations.read(request(slate, DealContext.EMPTY, words)));
        queries.put(words, byWords);
      }
      var id = slate.deal();
      var byDeal = id == null ? NONE : matches.get(id);
      if (byDeal == null && id != null) {
        byDeal = sources.matches(situations.read(request(slate, situation.deal(), "")));
        matches.put(id, byDeal);
      }
      return byDeal == null
          ? byWords
          : new Matches(
              byWords.query(),
              byDeal.notes(),
              byDeal.context(),
              byWords.degraded() || byDeal.degraded());
    }

    private RecommendationRequest request(SlateServed slate, DealContext deal, String words) {
      return new RecommendationRequest(
          slate.rep(), slate.surface(), deal, words, Filters.NONE, Set.of(Audience.values()), 1);
    }

    private Situation situation(SlateServed slate, DealContext deal) {
      var query = slate.query();
      return situations
          .read(request(slate, deal, query == null ? "" : query))
          .on(LocalDate.ofInstant(slate.at(), clock.getZone()));
    }

    private DealContext dealAt(@Nullable OpportunityId id, Instant at) {
      if (id == null) return DealContext.EMPTY;
      var now = deals.get(id);
      if (now == null) {
        now = opportunities.contextOf(id);
        deals.put(id, now);
      }
      var history = histories.get(id);
      if (history == null) {
        history = opportunities.stageHistory(id);
        histories.put(id, history);
      }
      return history.isEmpty() ? now : atStage(now, stageAt(history, at));
    }

    /** The stage at a moment; the first known one for moments before that. */
    private static StageReading stageAt(List<StageEntry> history, Instant at) {
      var found = history.getFirst();
      for (var entry : history) if (!entry.enteredOn().isAfter(at)) found = entry;
      return found.stage();
    }

    private static DealContext atStage(DealContext deal, StageReading stage) {
      return new DealContext(
          deal.deal(),
          stage,
          deal.industry(),
          deal.companySize(),
          deal.region(),
          deal.personas(),
          deal.competitors(),
          deal.products(),
          deal.notes());
    }
  }
}
