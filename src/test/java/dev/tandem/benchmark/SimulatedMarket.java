package dev.tandem.benchmark;

import dev.tandem.learning.Asked;
import dev.tandem.learning.Kin;
import dev.tandem.library.AssetId;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.StagePrior;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Assets, deals and what really serves them, drawn from a seed. The hidden utility knows nothing of
 * the model's equations: besides an additive form it comes with interactions, as a decision tree,
 * and with thresholds. Ranking sees noisy and partly missing labels of it, which texts are near to
 * each other, and who wrote them.
 */
final class SimulatedMarket {
  enum Form {
    ADDITIVE,
    INTERACTIONS,
    TREE,
    THRESHOLDS
  }

  static final List<String> INDUSTRIES =
      List.of("manufacturing", "utilities", "retail", "health", "finance", "transport");
  static final List<String> PERSONAS = List.of("cfo", "it lead", "operations", "buyer", "user");
  static final List<ContentType> TYPES =
      List.of(
          ContentType.CASE_STUDY,
          ContentType.WHITE_PAPER,
          ContentType.BLOG_POST,
          ContentType.DATA_SHEET,
          ContentType.PRICING,
          ContentType.COMPARISON,
          ContentType.DEMO,
          ContentType.ROI_CALCULATOR,
          ContentType.HOW_TO,
          ContentType.WEBINAR);
  private static final int TOPICS = 12;
  private static final int PRODUCTS = 4;
  private static final int SERIES_OF_A_TOPIC = 10, AUTHORS = 30;
  private static final JourneyStage[] STAGES = JourneyStage.values();

  /**
   * @param arrives from this share of the log on, in [0, 1]
   * @param series those on one matter; of one topic
   * @param labelledStage what the library says, right in most cases; null when nothing
   */
  record Item(
      String id,
      ContentType type,
      JourneyStage stage,
      @Nullable JourneyStage labelledStage,
      int industry,
      int persona,
      int product,
      int topic,
      double ageYears,
      double quality,
      double arrives,
      boolean labelled,
      int series,
      int author) {}

  /**
   * @param topic of the rep's words, or -1 without words
   */
  record Deal(JourneyStage stage, int industry, int persona, int product, int topic) {
    Asked asked() {
      return new Asked(stage, INDUSTRIES.get(industry), List.of(PERSONAS.get(persona)), topic >= 0);
    }
  }

  private final Form form;
  private final Random random;

  /** Apart from the other one, so that whoever shares nothing draws what was always drawn. */
  private final Random family;

  private final double shared;
  private final double[] ofSeries = new double[TOPICS * SERIES_OF_A_TOPIC];
  private final double[] ofAuthor = new double[AUTHORS];
  private final List<Kin> kin = new ArrayList<>();
  final List<Item> items = new ArrayList<>();
  private final double[][] typeAtStage = new double[TYPES.size()][STAGES.length];
  private final double[][] typeInIndustry = new double[TYPES.size()][INDUSTRIES.size()];
  private final double[] leaves = new double[64];
  private final int[] questions = new int[63];

  SimulatedMarket(Form form, int assets, long seed) {
    this(form, assets, seed, 0);
  }

  /**
   * @param shared the share of hidden quality that an asset has from its series and its author, in
   *     [0, 1]
   */
  SimulatedMarket(Form form, int assets, long seed, double shared) {
    this.form = form;
    this.random = new Random(seed);
    this.family = new Random(9000 + seed);
    this.shared = shared;
    for (int i = 0; i < ofSeries.length; i++) ofSeries[i] = quality(family);
    for (int i = 0; i < ofAuthor.length; i++) ofAuthor[i] = quality(family);
    for (int t = 0; t < TYPES.size(); t++) {
      for (var stage : STAGES) // near to what experts say, yet this company's own
      typeAtStage[t][stage.ordinal()] =
            1.5 * (StagePrior.of(TYPES.get(t), stage) - 0.25) + 0.7 * random.nextGaussian();
      for (int i = 0; i < INDUSTRIES.size(); i++)
        typeInIndustry[t][i] = 0.6 * random.nextGaussian();
    }
    for (int i = 0; i < leaves.length; i++) leaves[i] = 1.1 * random.nextGaussian();
    for (int i = 0; i < questions.length; i++) questions[i] = random.nextInt(7);
    for (int i = 0; i < assets; i++) items.add(item(i));
    for (int i = 0; i < assets; i++) kin.add(kin(items.get(i)));
  }

  /** Pareto with exponent 3, less its mean: few assets are much better than the rest. */
  private static double quality(Random random) {
    return Math.pow(1 - random.nextDouble(), -1 / 3.0) - 1.5;
  }

  /**
   * What its text and its author say: most of its series are found, and some that are not of it.
   */
  private Kin kin(Item item) {
    var near = new HashMap<AssetId, Double>();
    for (var other : items) {
      if (other == item || near.size() == 5) continue;
      boolean series = other.series() == item.series();
      if (family.nextDouble() < (series ? 0.8 : other.topic() == item.topic() ? 0.02 : 0))
        near.put(new AssetId(other.id()), 0.3 + 0.4 * family.nextDouble());
    }
    return Kin.of("author" + item.author(), near);
  }

  Kin kinOf(Item item) {
    return kin.get(Integer.parseInt(item.id().substring(1)));
  }

  private Item item(int number) {
    var type = TYPES.get(random.nextInt(TYPES.size()));
    var stage = stageFor(type);
    boolean labelled = random.nextDouble() < 0.7;
    var said = random.nextDouble() < 0.85 ? stage : STAGES[random.nextInt(STAGES.length)];
    double own = quality(random);
    int industry = random.nextInt(INDUSTRIES.size());
    int persona = random.nextInt(PERSONAS.size());
    int product = random.nextInt(PRODUCTS);
    int topic = random.nextInt(TOPICS);
    int series = topic * SERIES_OF_A_TOPIC + family.nextInt(SERIES_OF_A_TOPIC);
    int author = family.nextInt(AUTHORS);
    return new Item(
        "a" + number,
        type,
        stage,
        labelled ? said : null,
        industry,
        persona,
        product,
        topic,
        4 * random.nextDouble(),
        // of the same spread whatever is shared: the squares of the weights sum to 1
        Math.sqrt(1 - shared) * own
            + Math.sqrt(shared) * (0.8 * ofSeries[series] + 0.6 * ofAuthor[author]),
        random.nextDouble() < 0.75 ? 0 : random.nextDouble(),
        labelled,
        series,
        author);
  }

  private JourneyStage stageFor(ContentType type) {
    double dart = random.nextDouble();
    for (var stage : STAGES) {
      dart -= StagePrior.of(type, stage);
      if (dart < 0) return stage;
    }
    return STAGES[random.nextInt(STAGES.length)];
  }

  Deal deal(Random chance) {
    return new Deal(
        STAGES[chance.nextInt(STAGES.length)],
        chance.nextInt(INDUSTRIES.size()),
        chance.nextInt(PERSONAS.size()),
        chance.nextInt(PRODUCTS),
        chance.nextDouble() < 0.4 ? chance.nextInt(TOPICS) : -1);
  }

  /**
   * How well an item serves a deal, in log-odds around 0, once the seasons are taken into account.
   *
   * @param time in years since the log began
   */
  double utility(Item item, Deal deal, double time) {
    double season = 0.4 * Math.sin(2 * Math.PI * (time + item.topic() / (double) TOPICS));
    return utility(item, deal) + season;
  }

  private double utility(Item item, Deal deal) {
    int type = TYPES.indexOf(item.type());
    boolean stage = item.stage() == deal.stage();
    boolean industry = item.industry() == deal.industry();
    boolean product = item.product() == deal.product();
    boolean persona = item.persona() == deal.persona();
    boolean topic = deal.topic() < 0 || item.topic() == deal.topic();
    double fit =
        (stage ? 0.7 : -0.4)
            + (industry ? 0.8 : 0)
            + (product ? 0.7 : -0.5)
            + (persona ? 0.4 : 0)
            + (topic ? 0.5 : -1.2)
            - 0.2 * item.ageYears();
    return switch (form) {
      case ADDITIVE -> fit + item.quality() + typeAtStage[type][deal.stage().ordinal()];
      case INTERACTIONS ->
          fit / 2
              + item.quality()
              + typeAtStage[type][deal.stage().ordinal()]
              + typeInIndustry[type][deal.industry()]
              + (stage && industry ? 0.9 : 0)
              + (product && persona ? 0.7 : 0)
              + (topic && stage ? 0.5 : 0);
      case TREE ->
          leaves[
                  leaf(
                      new boolean[] {
                        stage, industry, product, persona, topic, item.ageYears() < 2, type % 2 == 0
                      })]
              + fit / 2
              + 0.7 * item.quality();
      case THRESHOLDS -> {
        int fits = (stage ? 1 : 0) + (industry ? 1 : 0) + (product ? 1 : 0) + (persona ? 1 : 0);
        double enough = fits >= 3 ? 1.6 : fits == 2 ? 0.4 : -0.6;
        double good = item.quality() > 0 ? 0.9 : -0.3;
        yield (topic ? 0 : -1.5)
            + enough
            + good
            + (item.ageYears() > 3 ? -0.8 : 0)
            + 0.7 * typeAtStage[type][deal.stage().ordinal()];
      }
    };
  }

  private int leaf(boolean[] answers) {
    int node = 0;
    while (node < questions.length) node = 2 * node + (answers[questions[node]] ? 2 : 1);
    return node - questions.length;
  }
}
