package dev.tandem.insight.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Keeps chance findings rare when many things are compared at once. */
public final class FalseDiscoveries {
  private FalseDiscoveries() {}

  /**
   * Which of the comparisons stand out so that, of all that do, at most {@code rate} are expected
   * to be chance: the step-up procedure of Benjamini and Hochberg (1995), "Controlling the false
   * discovery rate", J. R. Statist. Soc. B 57.
   *
   * @param p the chance of each finding where there is nothing, in [0, 1]
   */
  public static boolean[] kept(double[] p, double rate) {
    var order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int last = -1;
    for (int i = 0; i < order.length; i++) if (p[order[i]] <= rate * (i + 1) / p.length) last = i;
    var kept = new boolean[p.length];
    Arrays.stream(order, 0, last + 1).forEach(i -> kept[i] = true);
    return kept;
  }
}
