package dev.tandem.recommendation;

import static dev.tandem.recommendation.TestAsset.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.deals.DealContext;
import dev.tandem.learning.Documents;
import dev.tandem.learning.Estimate;
import dev.tandem.learning.LearnedModel;
import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.ModelDocument;
import dev.tandem.learning.RankingModel;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever reason is given, taking its cause away moves the item down: over many situations of a
 * made-up library, for the experts' ranking and for learned ones.
 */
class FaithfulReasonsTest {
  private static final int SITUATIONS = 60;
  private static final int ASSETS = 30;
  private static final List<String> INDUSTRIES = List.of("Utilities", "Retail", "Telecom");
  private static final List<String> PRODUCTS = List.of("Dispatch", "Vault", "Meter");
  private static final List<String> RIVALS = List.of("Acme", "Globex");
  private static final List<String> PERSONAS = List.of("CFO", "CIO", "Service leader");
  private static final List<String> REGIONS = List.of("Nordics", "Iberia");
  private static final List<String> TOPICS =
      List.of("outage", "tariff", "roster", "warranty", "audit", "migration", "crew", "invoice");

  /** Everything that an asset can be recommended for. */
  private record Spec(
      int number,
      String topic,
      ContentType type,
      @Nullable JourneyStage stage,
      Map<Dimension, String> terms,
      String language,
      @Nullable LocalDate published) {

    String id() {
      return "a" + number;
    }

    TestAsset asset() {
      var word = "abcdefghijklmnopqrstuvwxyzäöüß".charAt(number);
      var made =
          TestAsset.asset(id(), "Paper " + ("" + word).repeat(6) + " " + topic)
              .about("What people say about " + topic)
              .type(type)
              .language(language)
              .published(published);
      if (stage != null) made.stage(stage);
      terms.forEach(made::term);
      return made;
    }

    Spec without(Dimension dimension) {
      var left = new HashMap<>(terms);
      left.remove(dimension);
      return new Spec(number, topic, type, stage, left, language, published);
    }
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static Spec spec(int number, Random random) {
    var terms = new HashMap<Dimension, String>();
    if (random.nextBoolean()) terms.put(Dimension.INDUSTRY, any(INDUSTRIES, random));
    if (random.nextBoolean()) terms.put(Dimension.PRODUCT, any(PRODUCTS, random));
    if (random.nextInt(3) == 0) terms.put(Dimension.COMPETITOR, any(RIVALS, random));
    if (random.nextBoolean()) terms.put(Dimension.PERSONA, any(PERSONAS, random));
    if (random.nextInt(3) == 0) terms.put(Dimension.REGION, any(REGIONS, random));
    return new Spec(
        number,
        any(TOPICS, random),
        any(List.of(ContentType.values()), random),
        random.nextInt(4) == 0 ? null : any(List.of(JourneyStage.values()), random),
        terms,
        random.nextInt(4) == 0 ? "de" : "en",
        random.nextInt(4) == 0 ? null : TODAY.minusDays(random.nextInt(900)));
  }

  private static DealContext deal(Random random) {
    var deal =
        Bench.deal(
            random.nextInt(5) == 0 ? null : any(List.of(JourneyStage.values()), random),
            random.nextInt(4) == 0 ? null : any(INDUSTRIES, random),
            random.nextBoolean() ? List.of(any(PRODUCTS, random)) : List.of(),
            random.nextBoolean() ? List.of(any(RIVALS, random)) : List.of(),
            random.nextBoolean()
                ? "The buyer asked about the " + any(TOPICS, random) + " and nothing else"
                : null);
    return new DealContext(
        deal.deal(),
        deal.stage(),
        deal.industry(),
        null,
        random.nextBoolean() ? new Term(Dimension.REGION, any(REGIONS, random)) : null,
        random.nextBoolean()
            ? List.of(new Term(Dimension.PERSONA, any(PERSONAS, random)))
            : List.of(),
        deal.competitors(),
        deal.products(),
        deal.notes());
  }

  private static String query(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> any(TOPICS, random);
      case 1 -> "case study about " + any(TOPICS, random) + " for " + any(INDUSTRIES, random);
      default -> "";
    };
  }

  private record Use(PastUse.@Nullable Counts overall, PastUse.@Nullable Shown similar) {}

  private static Use use(Random random) {
    if (random.nextBoolean()) return new Use(null, null);
    var shown = new PastUse.Shown(40, random.nextInt(30));
    return new Use(
        new PastUse.Counts(shown, random.nextInt(8), random.nextInt(2), 0, 0),
        random.nextBoolean() ? new PastUse.Shown(20, random.nextInt(20)) : null);
  }

  /** One situation: a library, its history, and a question. */
  private record World(
      List<Spec> library, List<Use> history, DealContext deal, String query, RankingModel model) {

    Slate ask() {
      var bench = new Bench();
      for (var spec : library) bench.with(spec.asset());
      for (int i = 0; i < library.size(); i++) {
        var id = new AssetId(library.get(i).id());
        var use = history.get(i);
        if (use.overall() != null) bench.overall.put(id, use.overall());
        if (use.similar() != null) bench.similar.put(id, use.similar());
      }
      return bench.recommender.rehearse(Bench.request(query, deal, 100), model);
    }

    World with(Spec changed) {
      var specs = new ArrayList<>(library);
      specs.set(changed.number(), changed);
      return new World(specs, history, deal, query, model);
    }

    World with(int number, Use changed) {
      var uses = new ArrayList<>(history);
      uses.set(number, changed);
      return new World(library, uses, deal, query, model);
    }

    World with(RankingModel other) {
      return new World(library, history, deal, query, other);
    }

    /** The same without what the reason names. */
    World without(String code, int number) {
      var it = library.get(number);
      var used = history.get(number);
      return switch (code) {
        case "text_match", "notes_match" ->
            with(
                new Spec(
                    number,
                    "something",
                    it.type(),
                    it.stage(),
                    it.terms(),
                    it.language(),
                    it.published()));
        case "type_asked", "type_fits_stage" ->
            with(
                new Spec(
                    number,
                    it.topic(),
                    ContentType.OTHER,
                    it.stage(),
                    it.terms(),
                    it.language(),
                    it.published()));
        case "stage_fit" ->
            with(
                new Spec(
                    number,
                    it.topic(),
                    it.type(),
                    null,
                    it.terms(),
                    it.language(),
                    it.published()));
        case "persona_match" -> with(it.without(Dimension.PERSONA));
        case "industry_match", "term_asked" -> with(it.without(Dimension.INDUSTRY));
        case "product_match" -> with(it.without(Dimension.PRODUCT));
        case "competitor_match" -> with(it.without(Dimension.COMPETITOR));
        case "region_match" -> with(it.without(Dimension.REGION));
        case "language_fit" ->
            with(
                new Spec(
                    number, it.topic(), it.type(), it.stage(), it.terms(), "fr", it.published()));
        case "freshness" ->
            with(
                new Spec(
                    number,
                    it.topic(),
                    it.type(),
                    it.stage(),
                    it.terms(),
                    it.language(),
                    TODAY.minusYears(9)));
        case "similar_use" -> with(number, new Use(used.overall(), null));
        case "overall_use" ->
            with(
                number,
                new Use(
                    new PastUse.Counts(
                        PastUse.Shown.NEVER,
                        java.util.Objects.requireNonNull(used.overall()).helpful(),
                        used.overall().notHelpful(),
                        0,
                        0),
                    used.similar()));
        case "rated_helpful" ->
            with(
                number,
                new Use(
                    new PastUse.Counts(
                        java.util.Objects.requireNonNull(used.overall()).shown(), 0, 0, 0, 0),
                    used.similar()));
        case "learned_asset",
            "learned_type_at_stage",
            "learned_type_in_industry",
            "learned_type_for_persona" ->
            with(new LinearPrior());
        default -> throw new AssertionError("no way is known to take away " + code);
      };
    }
  }

  private static World world(int seed, RankingModel model) {
    var random = new Random(seed);
    var library = new ArrayList<Spec>();
    var history = new ArrayList<Use>();
    for (int i = 0; i < ASSETS; i++) {
      library.add(spec(i, random));
      history.add(use(random));
    }
    return new World(library, history, deal(random), query(random), model);
  }

  private static Slate.Item item(Slate slate, AssetId asset) {
    return slate.items().stream()
        .filter(each -> each.asset().id().equals(asset))
        .findFirst()
        .orElseThrow();
  }

  /** Which codes were met, so that none escapes the test. */
  private static Set<String> everyReasonIsFaithful(RankingModel model, boolean onlyLearned) {
    var met = new HashSet<String>();
    for (int seed = 0; seed < SITUATIONS; seed++) {
      var world = world(seed, model);
      var slate = world.ask();
      for (var there : slate.items().stream().limit(5).toList())
        for (var reason : there.reasons()) {
          var code = reason.code();
          // a text that says what the deal is about in other words cannot be taken away by a label
          if (code.equals("context_match")) continue;
          if (onlyLearned != code.startsWith("learned_")) continue;
          int number = Integer.parseInt(there.asset().id().value().substring(1));
          var gone = item(world.without(code, number).ask(), there.asset().id());
          assertThat(gone.score())
              .as("situation %d, %s because %s", seed, there.asset().id(), reason)
              .isLessThan(there.score());
          if (!onlyLearned)
            assertThat(gone.position())
                .as("situation %d, %s because %s", seed, there.asset().id(), reason)
                .isGreaterThanOrEqualTo(there.position());
          met.add(code);
        }
    }
    return met;
  }

  @Test
  void takingAwayACauseOfTheExpertsRankingMovesTheItemDown() {
    assertThat(everyReasonIsFaithful(new LinearPrior(), false))
        .contains(
            "text_match",
            "notes_match",
            "type_asked",
            "stage_fit",
            "type_fits_stage",
            "persona_match",
            "industry_match",
            "product_match",
            "competitor_match",
            "similar_use",
            "overall_use",
            "rated_helpful",
            "freshness");
  }

  @Test
  void takingAwayALearnedEffectMovesTheItemDown() {
    var met = new HashSet<String>();
    var random = new Random(7);
    var assets = new HashMap<String, Estimate>();
    for (int i = 0; i < ASSETS; i++) assets.put("a" + i, effect(random));
    met.addAll(everyReasonIsFaithful(learned(assets, Map.of(), Map.of(), Map.of()), true));
    var groups = new HashMap<String, Estimate>();
    for (var type : ContentType.values())
      for (var stage : JourneyStage.values())
        groups.put(type.id() + "@" + stage.id(), effect(random));
    met.addAll(everyReasonIsFaithful(learned(Map.of(), groups, Map.of(), Map.of()), true));
    met.addAll(
        everyReasonIsFaithful(learned(Map.of(), Map.of(), by(INDUSTRIES, random), Map.of()), true));
    met.addAll(
        everyReasonIsFaithful(learned(Map.of(), Map.of(), Map.of(), by(PERSONAS, random)), true));
    assertThat(met)
        .containsExactlyInAnyOrder(
            "learned_asset",
            "learned_type_at_stage",
            "learned_type_in_industry",
            "learned_type_for_persona");
  }

  private static Map<String, Estimate> by(List<String> groups, Random random) {
    var effects = new HashMap<String, Estimate>();
    for (var type : ContentType.values())
      for (var group : groups) effects.put(type.id() + "@" + Term.normalize(group), effect(random));
    return effects;
  }

  private static Estimate effect(Random random) {
    return new Estimate(random.nextGaussian(), 0.1);
  }

  private static LearnedModel learned(
      Map<String, Estimate> assets,
      Map<String, Estimate> byStage,
      Map<String, Estimate> byIndustry,
      Map<String, Estimate> byPersona) {
    var plain = Documents.document("m", Map.of(), Map.of());
    return new LearnedModel(
        new ModelDocument(
            plain.format(),
            plain.version(),
            plain.schemaVersion(),
            plain.prior(),
            plain.trained(),
            plain.temperature(),
            Map.of(),
            Map.of(),
            assets,
            Map.of(),
            byStage,
            byIndustry,
            byPersona,
            plain.examination()),
        new LinearPrior());
  }
}
