package dev.tandem.recommendation;

import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.experiments.Arm;
import dev.tandem.learning.experiments.Experiments;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.NearCopies;
import dev.tandem.search.AssetHits.Passage;
import dev.tandem.search.AssetSearch;
import dev.tandem.taxonomy.Audience;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Answers a request with a slate; safe for use by many threads. */
@Service
public class Recommender {
  private static final Logger LOG = LoggerFactory.getLogger(Recommender.class);

  /** So many more are composed than shown, in case some were retired a moment ago. */
  private static final int RESERVE = 8;

  private final SituationReader situations;
  private final CandidateSources sources;
  private final FeatureExtractor features;
  private final Experiments experiments;
  private final PastUse past;
  private final Assets assets;
  private final NearCopies copies;
  private final AssetSearch search;
  private final FeedbackLog feedback;
  private final Curation curation;
  private final Clock clock;

  Recommender(
      SituationReader situations,
      CandidateSources sources,
      FeatureExtractor features,
      Experiments experiments,
      PastUse past,
      Assets assets,
      NearCopies copies,
      AssetSearch search,
      FeedbackLog feedback,
      Curation curation,
      Clock clock) {
    this.situations = situations;
    this.sources = sources;
    this.features = features;
    this.experiments = experiments;
    this.past = past;
    this.assets = assets;
    this.copies = copies;
    this.search = search;
    this.feedback = feedback;
    this.curation = curation;
    this.clock = clock;
  }

  /**
   * Composes a slate and writes it to the feedback log; it may be shown when this returns.
   *
   * @throws SlateNotLoggedException when the log does not take it
   */
  public Slate recommend(RecommendationRequest request) {
    var draft = draft(request);
    write(draft.served());
    return draft.slate();
  }

  /** The same slate for search as one types: not in the log as long as nothing counts on it. */
  public DraftSlate draft(RecommendationRequest request) {
    var deal = request.deal().deal();
    var arm =
        experiments.arm(
            request.rep(), request.surface(), deal == null ? null : deal.value(), request.query());
    var situation = situations.read(request);
    return answer(situation, arm, curation.due(situation));
  }

  /**
   * The same slate without a trace in the log, by any model: for evaluations and comparisons, never
   * to be shown where somebody could act on it. Marketing's rules do not act on it, since it is the
   * ranking that is measured.
   */
  public Slate rehearse(RecommendationRequest request, RankingModel model) {
    return answer(situations.read(request), new Arm.Plain(model, null), Curation.Due.NONE).slate();
  }

  private DraftSlate answer(Situation situation, Arm drawn, Curation.Due rules) {
    var request = situation.request();
    var candidates = sources.gather(situation, rules.brought(situation));
    var described = features.describe(situation, candidates.list());
    var received = past.received(request.deal());
    var curated =
        curated(drawn.model(), situation, candidates, described, received.keySet(), rules);
    // where a rule is due nothing is compared or tried out: each would blur the other's effect
    var arm = curated.due().isEmpty() ? drawn : new Arm.Plain(drawn.model(), null);
    var orders = new ArrayList<List<Ranked>>();
    orders.add(new ArrayList<>(curated.order()));
    for (var rival : arm.models().subList(1, arm.models().size()))
      orders.add(
          new ArrayList<>(
              curated(rival, situation, candidates, described, received.keySet(), Curation.Due.NONE)
                  .order()));
    var present =
        assets.findAll(
            orders.stream()
                .flatMap(List::stream)
                .map(each -> each.traits().id())
                .distinct()
                .toList());
    for (var order : orders)
      order.removeIf(each -> !mayBeShown(situation, present.get(each.traits().id())));
    var lineup = Lineup.draw(arm, orders, request, received.keySet(), copies::sayTheSame);
    var shown = lineup.places();
    var passages = passages(situation, shown.stream().map(Lineup::ranked).toList());
    var library = features.describe(situation, candidates.average());
    var reasons = new HashMap<RankingModel, Reasons>();
    var evidence = new HashMap<RankingModel, EvidenceReader>();
    for (var model : arm.models()) {
      reasons.put(model, Reasons.against(model, situation, library));
      evidence.put(model, new EvidenceReader(past, model, request));
    }
    var items = new ArrayList<Slate.Item>();
    for (var place : shown) {
      var each = place.ranked();
      var id = each.traits().id();
      var asset = Objects.requireNonNull(present.get(id));
      var pages = passages.getOrDefault(id, List.of());
      var sent = received.get(id);
      var rule = curated.acted().get(id);
      var decided = rule == null ? null : curation.told(rule);
      var known = Objects.requireNonNull(evidence.get(place.model())).of(each);
      var why = Objects.requireNonNull(reasons.get(place.model())).of(each, asset, pages, past);
      items.add(
          new Slate.Item(
              items.size() + 1,
              asset,
              each.score(),
              AlreadySent.mark(
                  Curation.mark(place.mark(why, known.shown()), decided), sent, clock.getZone()),
              known,
              pages,
              place.probability() * curated.chance().getOrDefault(id, 1.0),
              each.features().named(),
              sent,
              decided));
    }
    var slate =
        new Slate(
            SlateIds.next(clock.instant()),
            arm.model().loggedAs() + search.wording(),
            candidates.degraded(),
            request.deal().stage(),
            items);
    return new DraftSlate(slate, served(request, slate, arm, lineup, curated.logged(rules)));
  }

  private CuratedOrder curated(
      RankingModel model,
      Situation situation,
      Candidates candidates,
      List<Described> described,
      Set<AssetId> received,
      Curation.Due rules) {
    var request = situation.request();
    var found = request.found();
    return CuratedOrder.of(
        rules,
        Reranker.rank(model, described),
        candidates.brought(),
        received,
        situation.hasQuery(),
        (those, first) ->
            found != null && found.inOrder()
                ? asAsked(found.assets(), those)
                : SlatePolicy.compose(
                    situation,
                    those,
                    first,
                    received,
                    copies::sayTheSame,
                    request.slots() + RESERVE));
  }

  private static List<Ranked> asAsked(List<AssetId> order, List<Ranked> ranked) {
    var place = new HashMap<AssetId, Integer>();
    order.forEach(asset -> place.put(asset, place.size()));
    return ranked.stream()
        .sorted(
            Comparator.comparingInt(each -> place.getOrDefault(each.traits().id(), place.size())))
        .toList();
  }

  /** The library itself has the last word: the copies used so far may be a moment old. */
  private static boolean mayBeShown(Situation situation, @Nullable Asset asset) {
    return asset != null
        && asset.stateOn(situation.today()).recommendable()
        && situation
            .request()
            .audiences()
            .contains(asset.buyerSafe() ? Audience.BUYER : Audience.INTERNAL);
  }

  private Map<AssetId, List<Passage>> passages(Situation situation, List<Ranked> shown) {
    var query = sources.passageQuery(situation);
    if (shown.isEmpty() || (query.text().isBlank() && query.clues().isEmpty())) return Map.of();
    try {
      return search.passages(query, shown.stream().map(each -> each.traits().id()).toList());
    } catch (RuntimeException e) {
      LOG.warn("Showing recommendations without their passages: {}", e.toString());
      return Map.of();
    }
  }

  private SlateServed served(
      RecommendationRequest request,
      Slate slate,
      Arm arm,
      Lineup.Drawn lineup,
      SlateServed.@Nullable Curated rules) {
    var items =
        slate.items().stream()
            .map(
                item ->
                    new SlateServed.Item(
                        item.asset().id(),
                        item.position(),
                        item.score(),
                        item.selectionProbability(),
                        item.features(),
                        item.curated() == null ? null : List.of(item.curated().rule()),
                        lineup.places().get(item.position() - 1).team()))
            .toList();
    return new SlateServed(
        "slate:" + slate.id(),
        clock.instant(),
        slate.id(),
        request.surface(),
        request.rep(),
        request.deal().deal(),
        request.logged().isEmpty() ? null : request.logged(),
        slate.model(),
        items,
        rules,
        arm.name(),
        lineup.pool());
  }

  private void write(SlateServed served) {
    try {
      var result = feedback.append(served);
      if (!result.rejected().isEmpty())
        throw new SlateNotLoggedException(result.rejected().getFirst().problem(), null);
    } catch (SlateNotLoggedException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new SlateNotLoggedException("the feedback log does not answer", e);
    }
  }
}
