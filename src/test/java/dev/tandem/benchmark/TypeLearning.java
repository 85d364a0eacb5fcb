package dev.tandem.benchmark;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.taxonomy.ContentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Whether a classifier that is trained on confirmed types would guess the other assets' better than
 * the cues do. Multinomial logistic regression over the embedding of title and description; its
 * probability of a type is added to the cue's confidence, with the weight n / (n + 10) for a type
 * with n confirmed examples.
 */
final class TypeLearning {
  private static final int[] CONFIRMED = {20, 40, 80, 160, 320};
  private static final int SPLITS = 15;
  private static final int FEWEST_LEFT = 20;
  private static final double HALF_TRUSTED = 10;
  private static final double RIDGE = 0.3;
  private static final int STEPS = 200;

  /** One asset: what it is, what the cues said and how surely, and its meaning. */
  private record Page(int truth, int cue, double confidence, double[] meaning) {}

  private static final int OTHER = ContentType.OTHER.ordinal();
  private static final int TYPES = ContentType.values().length;

  private final List<Page> pages;

  private TypeLearning(List<Page> pages) {
    this.pages = pages;
  }

  static void print(List<JudgedLabels> judged, SentenceEncoder encoder) {
    var pages = new ArrayList<Page>();
    for (var one : judged) page(one, encoder).ifPresent(pages::add);
    new TypeLearning(pages).print();
  }

  private static Optional<Page> page(JudgedLabels one, SentenceEncoder encoder) {
    var truth = one.truth().type();
    if (truth == null) return Optional.empty();
    var asset = one.inferred();
    return encoder
        .passage(asset.title().value() + ". " + asset.description().value())
        .map(Embedding::components)
        .map(
            bytes ->
                new Page(
                    truth.ordinal(),
                    asset.type().value().ordinal(),
                    asset.type().confidence(),
                    unit(bytes)));
  }

  private static double[] unit(byte[] bytes) {
    double squares = 0;
    for (byte each : bytes) squares += each * each;
    var vector = new double[bytes.length + 1];
    for (int i = 0; i < bytes.length; i++) vector[i] = bytes[i] / Math.sqrt(squares);
    vector[bytes.length] = 1;
    return vector;
  }

  private void print() {
    System.out.printf(
        "%n| confirmed | type right: cues | unsure as the commonest type | learned alone | both"
            + " |%n| --- | --- | --- | --- | --- |%n");
    for (int confirmed : CONFIRMED) {
      if (pages.size() - confirmed < FEWEST_LEFT) break;
      var random = new Random(20_261_125);
      var right = new double[4];
      int asked = 0;
      for (int split = 0; split < SPLITS; split++) {
        var order = new ArrayList<>(pages);
        Collections.shuffle(order, random);
        count(order.subList(0, confirmed), order.subList(confirmed, order.size()), right);
        asked += order.size() - confirmed;
      }
      System.out.printf(
          Locale.ROOT,
          "| %d | %.3f | %.3f | %.3f | %.3f |%n",
          confirmed,
          right[0] / asked,
          right[1] / asked,
          right[2] / asked,
          right[3] / asked);
    }
  }

  private static void count(List<Page> confirmed, List<Page> others, double[] right) {
    var examples = new int[TYPES];
    for (var page : confirmed) examples[page.truth()]++;
    int commonest = largest(Arrays.stream(examples).asDoubleStream().toArray());
    var weights = trained(confirmed);
    for (var page : others) {
      var learned = probabilities(weights, page.meaning());
      var both = new double[TYPES];
      for (int type = 0; type < TYPES; type++)
        both[type] = learned[type] * examples[type] / (examples[type] + HALF_TRUSTED);
      if (page.cue() != OTHER) both[page.cue()] += page.confidence();
      if (page.cue() == page.truth()) right[0]++;
      if ((page.cue() == OTHER ? commonest : page.cue()) == page.truth()) right[1]++;
      if (largest(learned) == page.truth()) right[2]++;
      if (largest(both) == page.truth()) right[3]++;
    }
  }

  /** Gradient descent with momentum on the ridge-penalised log-likelihood; a row a type. */
  private static double[][] trained(List<Page> examples) {
    int width = examples.getFirst().meaning().length;
    var weights = new double[TYPES][width];
    var ahead = new double[TYPES][width];
    double step = 1 / (examples.size() + RIDGE); // vectors of length √2, curvature at most n
    for (int round = 0; round < STEPS; round++) {
      var slope = new double[TYPES][width];
      for (var page : examples) {
        var chance = probabilities(ahead, page.meaning());
        chance[page.truth()] -= 1;
        for (int type = 0; type < TYPES; type++)
          for (int i = 0; i < width; i++) slope[type][i] += chance[type] * page.meaning()[i];
      }
      double momentum = round / (round + 3.0);
      for (int type = 0; type < TYPES; type++)
        for (int i = 0; i < width; i++) {
          double ridge = i < width - 1 ? RIDGE * ahead[type][i] : 0; // the last is the intercept
          double next = ahead[type][i] - step * (slope[type][i] + ridge);
          ahead[type][i] = next + momentum * (next - weights[type][i]);
          weights[type][i] = next;
        }
    }
    return weights;
  }

  private static double[] probabilities(double[][] weights, double[] meaning) {
    var scores = new double[TYPES];
    for (int type = 0; type < TYPES; type++)
      for (int i = 0; i < meaning.length; i++) scores[type] += weights[type][i] * meaning[i];
    double most = scores[largest(scores)];
    double sum = 0;
    for (int type = 0; type < TYPES; type++) sum += scores[type] = Math.exp(scores[type] - most);
    for (int type = 0; type < TYPES; type++) scores[type] /= sum;
    return scores;
  }

  private static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
    return best;
  }
}
