package dev.tandem.recommendation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.deals.DealContext;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.StageReading;
import dev.tandem.encoder.NoMeaning;
import dev.tandem.feedback.AppendResult;
import dev.tandem.feedback.AssetEvidence;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.learning.Kin;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.RankingModels;
import dev.tandem.learning.Rival;
import dev.tandem.learning.experiments.ExperimentSettings;
import dev.tandem.learning.experiments.Experiments;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetsChanged;
import dev.tandem.library.NearCopies;
import dev.tandem.recommendation.curation.CurationSettings;
import dev.tandem.recommendation.curation.RulesInMemory;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.QueryReaders;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The recommender with a library, a log and evidence in memory. */
final class Bench {
  private final double leftOut;
  static final UserId REP = new UserId("rep");

  final TestLibrary library = new TestLibrary();
  final List<FeedbackEvent> logged = new ArrayList<>();
  final Map<AssetId, PastUse.Counts> overall = new HashMap<>();
  final Map<AssetId, PastUse.Shown> similar = new HashMap<>();
  final Map<AssetId, AssetEvidence.SimilarDeals> around = new HashMap<>();
  final Map<AssetId, Instant> received = new HashMap<>();
  final Set<Set<AssetId>> nearCopies = new HashSet<>();
  @Nullable RuntimeException logFails;
  @Nullable String logRefuses;

  final Clock clock =
      Clock.fixed(TestAsset.TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
  private final Vocabulary taxonomy = new Vocabulary();
  final RulesInMemory rules = new RulesInMemory();
  final Users users = mock(Users.class);
  final LibrarySnapshot snapshot = new LibrarySnapshot(library, taxonomy);
  final SituationReader situations =
      new SituationReader(
          taxonomy,
          new TermSpotter(taxonomy, clock),
          QueryReaders.of(library, taxonomy),
          snapshot,
          clock);
  final CandidateSources sources =
      new CandidateSources(
          library,
          new NoMeaning(),
          snapshot,
          new TellingNotes(library, new NoMeaning()),
          new DealMeaning(new NoMeaning()));
  final Map<AssetId, Kin> kin = new HashMap<>();
  final FeatureExtractor features =
      new FeatureExtractor(new Past(), asset -> kin.getOrDefault(asset.id(), Kin.NONE));
  final Models models = new Models();
  final Recommender recommender;

  /** What is drawn for a purpose, in [0, 1). */
  ToDoubleFunction<String> lots = purpose -> 0.999;

  /** Nothing is tried out, and every rule of marketing acts. */
  Bench() {
    this(0, ExperimentSettings.off());
  }

  Bench(ExperimentSettings settings) {
    this(0, settings);
  }

  /**
   * @param leftOut share of visits on which no rule of marketing acts
   */
  Bench(double leftOut) {
    this(leftOut, ExperimentSettings.off());
  }

  private Bench(double leftOut, ExperimentSettings settings) {
    this.leftOut = leftOut;
    recommender = recommender(settings);
    when(users.find(any())).thenReturn(Optional.empty());
  }

  private Recommender recommender(ExperimentSettings settings) {
    var experiments =
        new Experiments(
            models,
            rival -> false,
            settings,
            clock,
            (purpose, subject) -> lots.applyAsDouble(purpose.split(" ", 2)[0]));
    return new Recommender(
        situations,
        sources,
        features,
        experiments,
        new Past(),
        library,
        new Copies(),
        library,
        new Log(),
        new Curation(rules, users, new CurationSettings(leftOut)),
        clock);
  }

  Bench with(TestAsset... assets) {
    for (var asset : assets) {
      asset.build().terms().forEach(label -> taxonomy.known.add(label.value()));
      library.put(asset);
    }
    snapshot.wake(new AssetsChanged(library.latestRevision()));
    return this;
  }

  Slate ask(String query, DealContext deal, int slots) {
    return recommender.recommend(request(query, deal, slots));
  }

  static RecommendationRequest request(String query, DealContext deal, int slots) {
    return new RecommendationRequest(
        REP, Surface.DEAL, deal, query, Filters.NONE, Set.of(Audience.values()), slots);
  }

  static RecommendationRequest buyerSafe(RecommendationRequest request) {
    return new RecommendationRequest(
        request.rep(),
        request.surface(),
        request.deal(),
        request.query(),
        request.filters(),
        Set.of(Audience.BUYER),
        request.slots());
  }

  static List<String> ids(Slate slate) {
    return slate.items().stream().map(item -> item.asset().id().value()).toList();
  }

  static DealContext deal(
      @Nullable JourneyStage stage,
      @Nullable String industry,
      List<String> products,
      List<String> competitors,
      @Nullable String notes) {
    return new DealContext(
        new OpportunityId("D1"),
        stage == null ? StageReading.UNKNOWN : new StageReading(stage, StageReading.Basis.STATED),
        industry == null ? null : new Term(Dimension.INDUSTRY, industry),
        null,
        null,
        List.of(),
        competitors.stream().map(name -> new Term(Dimension.COMPETITOR, name)).toList(),
        products.stream().map(name -> new Term(Dimension.PRODUCT, name)).toList(),
        notes);
  }

  static DealContext at(JourneyStage stage) {
    return deal(stage, null, List.of(), List.of(), null);
  }

  static DealContext inRegion(DealContext deal, String region) {
    return new DealContext(
        deal.deal(),
        deal.stage(),
        deal.industry(),
        deal.companySize(),
        new Term(Dimension.REGION, region),
        deal.personas(),
        deal.competitors(),
        deal.products(),
        deal.notes());
  }

  private final class Past implements PastUse {
    @Override
    public Counts overall(AssetId asset) {
      return overall.getOrDefault(asset, new Counts(Shown.NEVER, 0, 0, 0, 0));
    }

    @Override
    public Shown similar(AssetId asset, DealContext deal) {
      return similar.getOrDefault(asset, Shown.NEVER);
    }

    @Override
    public AssetEvidence.SimilarDeals similarDeals(AssetId asset, DealContext deal, UserId rep) {
      return around.getOrDefault(asset, AssetEvidence.SimilarDeals.NONE);
    }

    @Override
    public double usualRate() {
      return 0.125;
    }

    @Override
    public Map<AssetId, Instant> received(DealContext deal) {
      return Map.copyOf(received);
    }
  }

  private final class Log implements FeedbackLog {
    @Override
    public AppendResult append(List<? extends FeedbackEvent> events) {
      if (logFails != null) throw logFails;
      if (logRefuses != null)
        return new AppendResult(0, 0, List.of(new AppendResult.Rejection(0, logRefuses)));
      logged.addAll(events);
      return new AppendResult(events.size(), 0, List.of());
    }

    @Override
    public List<LoggedEvent> after(long sequence, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LoggedEvent> find(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long latestSequence() {
      return logged.size();
    }
  }

  static final class Models implements RankingModels {
    @Nullable RankingModel learned;
    @Nullable Rival rival;

    @Override
    public RankingModel prior() {
      return new LinearPrior();
    }

    @Override
    public Optional<RankingModel> learned() {
      return Optional.ofNullable(learned);
    }

    @Override
    public Optional<Rival> rival() {
      return Optional.ofNullable(rival);
    }
  }

  /** The terms that the assets are labelled with, without other names. */
  static final class Vocabulary implements Taxonomy {
    final Set<Term> known = new HashSet<>();

    @Override
    public List<KnownTerm> terms(Dimension dimension) {
      return known.stream()
          .filter(term -> term.dimension() == dimension)
          .map(term -> new KnownTerm(term, List.of(), false))
          .toList();
    }

    @Override
    public Optional<Term> resolve(Dimension dimension, String name) {
      return known.stream().filter(new Term(dimension, name)::equals).findFirst();
    }

    @Override
    public Term resolveOrAdd(Dimension dimension, String name) {
      return resolve(dimension, name).orElse(new Term(dimension, name));
    }

    @Override
    public void addAlias(Term term, String alias) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Copies implements NearCopies {
    @Override
    public Map<AssetId, List<NearCopy>> among(Set<AssetId> some) {
      return Map.of();
    }

    @Override
    public List<NearCopy> of(AssetId id, int limit) {
      return List.of();
    }

    @Override
    public boolean sayTheSame(AssetId one, AssetId other) {
      return !one.equals(other) && nearCopies.contains(Set.of(one, other));
    }

    @Override
    public void catchUp() {}
  }
}
