package dev.tandem.benchmark;

import java.util.List;

/**
 * A log as learners see it that know nothing of deals: rows of numbers in groups that were shown
 * together.
 *
 * @param width numbers in a row
 */
record RowLog(int width, List<Group> groups) {
  RowLog {
    groups = List.copyOf(groups);
  }

  /**
   * @param rows features, one row an item, in the order of the positions
   * @param grades 0 for what was passed over, up to 4
   * @param rewards the same in [0, 1]
   * @param positions from 1
   */
  record Group(double[][] rows, int[] grades, double[] rewards, int[] positions) {}

  int items() {
    return groups.stream().mapToInt(group -> group.rows().length).sum();
  }

  /** The newest groups with about so many items. */
  RowLog newest(int mostItems) {
    int items = 0;
    int from = groups.size();
    while (from > 0 && items < mostItems) items += groups.get(--from).rows().length;
    return new RowLog(width, groups.subList(from, groups.size()));
  }
}
