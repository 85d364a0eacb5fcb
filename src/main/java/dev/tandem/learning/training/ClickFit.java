package dev.tandem.learning.training;

import dev.tandem.learning.Estimate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The click model as fitted.
 *
 * @param best the most probable value of each column
 * @param deviation its standard deviation
 */
record ClickFit(
    Encoding encoding,
    Shrinkage shrinkage,
    List<Column> columns,
    Map<Column, Integer> numbers,
    double[] best,
    double[] deviation) {

  /**
   * The log-likelihood of a session: its items' cross entropies, summed, at most 0. What the fit
   * never met counts as it was assumed before.
   */
  double logLikelihood(Session session) {
    double sum = 0;
    for (var item : session.items()) {
      sum -= item.weight() * examination(session, item).loss(item.reward());
    }
    return sum;
  }

  /** The reward that is expected of an item, in (0, 1). */
  double expected(Session session, Judged item) {
    return examination(session, item).expected();
  }

  private Examination examination(Session session, Judged item) {
    var sums = new double[2];
    encoding.encode(
        session,
        item,
        (kind, name, value) -> {
          var column = new Column(kind, name);
          var number = numbers.get(column);
          sums[kind == Column.Kind.POSITION ? 0 : 1] +=
              value * (number == null ? column.usual() : best[number]);
        });
    return Examination.of(sums[0], sums[1]);
  }

  Map<String, Estimate> estimates(Column.Kind kind) {
    var estimates = new TreeMap<String, Estimate>();
    for (int i = 0; i < best.length; i++)
      if (columns.get(i).kind() == kind)
        estimates.put(columns.get(i).name(), new Estimate(best[i], deviation[i]));
    return estimates;
  }

  /** Names of the form {@code inner@outer} as a map by outer and inner. */
  Map<String, Map<String, Estimate>> nested(Column.Kind kind) {
    var nested = new TreeMap<String, Map<String, Estimate>>();
    estimates(kind)
        .forEach(
            (name, estimate) -> {
              int at = name.indexOf(Column.SEPARATOR);
              nested
                  .computeIfAbsent(name.substring(at + 1), none -> new TreeMap<>())
                  .put(name.substring(0, at), estimate);
            });
    return nested;
  }

  /** Log of the chance to be looked at by position, the first one 0, by surface. */
  Map<String, List<Estimate>> examination() {
    var known = estimates(Column.Kind.POSITION);
    var surfaces = new TreeMap<String, List<Estimate>>();
    for (var name : known.keySet())
      surfaces.computeIfAbsent(
          name.substring(0, name.indexOf(Column.SEPARATOR)),
          surface ->
              java.util.stream.IntStream.rangeClosed(1, Column.LAST_POSITION)
                  .mapToObj(position -> at(known, surface, position))
                  .toList());
    return new HashMap<>(surfaces);
  }

  private Estimate at(Map<String, Estimate> known, String surface, int position) {
    var name = Column.pair(surface, Integer.toString(position));
    var column = new Column(Column.Kind.POSITION, name);
    // everything is measured against the first position
    if (position == 1) return new Estimate(0, 1e-9);
    return known.getOrDefault(name, new Estimate(column.usual(), shrinkage.of(column.kind())));
  }
}
