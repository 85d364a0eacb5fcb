package dev.tandem.recommendation;

import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.RankingModels;
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

  /** Nobody here explores yet: an item is where it is with certainty. */
  private static final double CERTAIN = 1;

  private final SituationReader situations;
  private final CandidateSources sources;
  private final FeatureExtractor features;
  private final RankingModels models;
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
      RankingModels models,
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
    this.models = models;
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
    var situation = situations.read(request);
    return answer(situation, models.inUse(), curation.due(situation));
  }

  /**
   * The same slate without a trace in the log, by any model: for evaluations only, never to be
   * shown to somebody who could act on it. Marketing's rules do not act on it, since it is the
   * ranking that is measured.
   */
  public Slate rehearse(RecommendationRequest request, RankingModel model) {
    return answer(situations.read(request), model, Curation.Due.NONE).slate();
  }

  private DraftSlate answer(Situation situation, RankingModel model, Curation.Due rules) {
    var request = situation.request();
    var candidates = sources.gather(situation, rules.brought(situation));
    var ranked = Reranker.rank(model, features.describe(situation, candidates.list()));
    var received = past.received(request.deal());
    var found = request.found();
    var curated =
        CuratedOrder.of(
            rules,
            ranked,
            candidates.brought(),
            received.keySet(),
            situation.hasQuery(),
            (those, first) ->
                found != null && found.inOrder()
                    ? asAsked(found.assets(), those)
                    : SlatePolicy.compose(
                        situation,
                        those,
                        first,
                        received.keySet(),
                        copies::sayTheSame,
                        request.slots() + RESERVE));
    var composed = curated.order();
    var present = assets.findAll(composed.stream().map(each -> each.traits().id()).toList());
    var shown =
        composed.stream()
            .filter(each -> mayBeShown(situation, present.get(each.traits().id())))
            .limit(request.slots())
            .toList();
    var passages = passages(situation, shown);
    var reasons =
        Reasons.against(model, situation, features.describe(situation, candidates.average()));
    var evidence = new EvidenceReader(past, model, request);
    var items = new ArrayList<Slate.Item>();
    for (var each : shown) {
      var id = each.traits().id();
      var asset = Objects.requireNonNull(present.get(id));
      var pages = passages.getOrDefault(id, List.of());
      var sent = received.get(id);
      var rule = curated.acted().get(id);
      var decided = rule == null ? null : curation.told(rule);
      items.add(
          new Slate.Item(
              items.size() + 1,
              asset,
              each.score(),
              AlreadySent.mark(
                  Curation.mark(reasons.of(each, asset, pages, past), decided),
                  sent,
                  clock.getZone()),
              evidence.of(each),
              pages,
              CERTAIN * curated.chance().getOrDefault(id, 1.0),
              each.features().named(),
              sent,
              decided));
    }
    var slate =
        new Slate(
            SlateIds.next(clock.instant()),
            model.version() + search.wording(),
            candidates.degraded(),
            request.deal().stage(),
            items);
    return new DraftSlate(slate, served(request, slate, curated.logged(rules)));
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
      RecommendationRequest request, Slate slate, SlateServed.@Nullable Curated rules) {
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
                        item.curated() == null ? null : List.of(item.curated().rule())))
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
        rules);
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
