package dev.tandem.learning;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * How good one ranking is, from 0 to 1, as trec_eval computes it; what was not judged counts as
 * grade 0, and relevant is what has a grade of 1 or more.
 */
public enum RankingMetric {
  NDCG_AT_5("nDCG@5", 5),
  NDCG_AT_10("nDCG@10", 10),
  RECALL_AT_20("recall@20", 20),
  SUCCESS_AT_5("success@5", 5);

  private final String label;
  private final int depth;

  RankingMetric(String label, int depth) {
    this.label = label;
    this.depth = depth;
  }

  public String label() {
    return label;
  }

  /** The name in JSON, such as {@code ndcg_at_5}. */
  public String id() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * The value for one situation.
   *
   * @param ranking assets, best first; an asset that comes again is passed over
   * @param grades of the judged assets, at least one above 0
   */
  public double of(List<String> ranking, Map<String, Integer> grades) {
    if (grades.values().stream().noneMatch(grade -> grade > 0))
      throw new IllegalArgumentException("no relevant asset: every ranking would be equally good");
    var seen = new HashSet<String>();
    var top =
        ranking.stream()
            .filter(seen::add)
            .limit(depth)
            .map(asset -> grades.getOrDefault(asset, 0))
            .toList();
    return switch (this) {
      case NDCG_AT_5, NDCG_AT_10 -> discountedGain(top) / discountedGain(ideal(grades));
      case RECALL_AT_20 -> (double) relevant(top) / relevant(List.copyOf(grades.values()));
      case SUCCESS_AT_5 -> relevant(top) > 0 ? 1 : 0;
    };
  }

  private List<Integer> ideal(Map<String, Integer> grades) {
    return grades.values().stream()
        .sorted(java.util.Comparator.reverseOrder())
        .limit(depth)
        .toList();
  }

  /**
   * Sum of grade / log2(rank + 1): K. Järvelin and J. Kekäläinen (2002), "Cumulated gain-based
   * evaluation of IR techniques", with the discount that trec_eval uses.
   */
  private static double discountedGain(List<Integer> grades) {
    double sum = 0;
    for (int i = 0; i < grades.size(); i++) sum += grades.get(i) * Math.log(2) / Math.log(i + 2.0);
    return sum;
  }

  private static long relevant(List<Integer> grades) {
    return grades.stream().filter(grade -> grade > 0).count();
  }
}
