package dev.tandem.benchmark;

import dev.tandem.benchmark.OpenBanditFile.Shown;
import dev.tandem.learning.BootstrapMean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What rankings would have been worth on a log of random slates: learned from its older half,
 * estimated on the newer one. D. G. Horvitz and D. J. Thompson (1952) for IPS; A. Swaminathan and
 * T. Joachims (2015) for SNIPS, which divides by the weights it met instead of the number of rows.
 */
final class OpenBanditComparison {
  private OpenBanditComparison() {}

  /**
   * @param ips clicks an item shown, with its interval over rows
   * @param snips the same, normalised
   * @param matched rows whose item the ranking would have put there too
   */
  record Estimate(BootstrapMean ips, double snips, int matched) {}

  static void print(Path file, List<RowLearner> learners) {
    var bandit = OpenBanditFile.read(file);
    bandit.problems().stream().limit(20).forEach(System.err::println);
    if (!bandit.problems().isEmpty())
      System.err.println(bandit.problems().size() + " lines were left out");
    int cut = bandit.log().size() / 2;
    if (cut < 20)
      throw new IllegalArgumentException("at least 40 rows are needed: " + bandit.log().size());
    var older = bandit.log().subList(0, cut);
    var newer = bandit.log().subList(cut, bandit.log().size());
    System.out.printf(
        Locale.ROOT,
        "%n## %s: %,d rows, %d items; learned from the older half, clicks an item on the newer%n%n"
            + "| ranking | IPS | SNIPS | rows that match |%n| --- | --- | --- | --- |%n"
            + "| as it was logged | %.4f | | %,d |%n",
        file.getFileName(),
        bandit.log().size(),
        bandit.items().size(),
        newer.stream().filter(Shown::clicked).count() / (double) newer.size(),
        newer.size());
    for (var learner : learners) {
      var estimate = estimate(bandit, newer, learner.learn(rows(bandit, older), 1));
      System.out.printf(
          Locale.ROOT,
          "| %s | %.4f [%.4f, %.4f] | %.4f | %,d |%n",
          learner.name(),
          estimate.ips().mean(),
          estimate.ips().interval().low(),
          estimate.ips().interval().high(),
          estimate.snips(),
          estimate.matched());
    }
  }

  /** Every row is a group of its own: the file does not say what stood beside it. */
  static RowLog rows(OpenBanditFile bandit, List<Shown> log) {
    var groups = new ArrayList<RowLog.Group>();
    for (var shown : log) {
      int click = shown.clicked() ? 1 : 0;
      groups.add(
          new RowLog.Group(
              new double[][] {bandit.row(shown, shown.item())},
              new int[] {click},
              new double[] {click},
              new int[] {shown.position()}));
    }
    return new RowLog(bandit.items().size() + bandit.users().size() + 1, groups);
  }

  static Estimate estimate(
      OpenBanditFile bandit, List<Shown> log, ToDoubleFunction<double[]> score) {
    var gains = new double[log.size()];
    double weights = 0;
    double clicks = 0;
    int matched = 0;
    for (int i = 0; i < gains.length; i++) {
      var shown = log.get(i);
      if (itemAt(bandit, shown, score) != shown.item()) continue;
      matched++;
      double weight = 1 / shown.propensity();
      weights += weight;
      if (shown.clicked()) {
        gains[i] = weight;
        clicks += weight;
      }
    }
    return new Estimate(BootstrapMean.of(gains), weights == 0 ? 0 : clicks / weights, matched);
  }

  private static int itemAt(OpenBanditFile bandit, Shown shown, ToDoubleFunction<double[]> score) {
    int items = bandit.items().size();
    var scores = new double[items];
    for (int item = 0; item < items; item++)
      scores[item] = score.applyAsDouble(bandit.row(shown, item));
    return IntStream.range(0, items)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(item -> scores[item]).reversed())
        .skip(Math.min(shown.position(), items) - 1L)
        .findFirst()
        .orElseThrow();
  }
}
