package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.insight.GapTables.Asked;
import dev.tandem.insight.GapsReport.Gap;
import dev.tandem.insight.GapsReport.Kind;
import dev.tandem.shared.ui.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Gaps that show in searches. */
final class SearchGaps {
  /** Searches are a gap when at most this share of them led to a use. */
  private static final double FEW = 0.34;

  /** Groups smaller than this are not counted out. */
  private static final int SMALLEST_GROUP = 5;

  private SearchGaps() {}

  static List<Gap> of(List<Asked> asked, Map<String, Opportunity> deals) {
    var gaps = new ArrayList<Gap>();
    for (var cluster : SearchClusters.of(asked)) {
      long used = cluster.times() - cluster.failed();
      if (used > FEW * cluster.times()) continue;
      var first = cluster.searches().getFirst().query();
      var evidence = new ArrayList<String>();
      evidence.add(
          Formats.count(cluster.failed())
              + " of "
              + Formats.count(cluster.times(), "search", "searches")
              + " led to no use, by "
              + people(cluster.reps().size()));
      evidence.add(
          cluster.most() == 0
              ? "nothing was found at all"
              : "at most "
                  + Formats.count(cluster.most(), "result was", "results were")
                  + " found");
      if (cluster.searches().size() > 1)
        evidence.add(
            "also as: "
                + cluster.searches().stream()
                    .skip(1)
                    .limit(3)
                    .map(search -> "“" + search.query() + "”")
                    .collect(Collectors.joining(", ")));
      var open =
          cluster.deals().stream()
              .map(deals::get)
              .filter(Objects::nonNull)
              .filter(deal -> deal.outcome() == Outcome.OPEN)
              .toList();
      gaps.add(
          new Gap(
              Kind.SEARCHES,
              "“" + first + "”",
              evidence,
              open.stream().map(Opportunity::id).toList(),
              GapMoney.of(open),
              List.of(),
              "Content that answers “" + first + "”: " + evidence.getFirst() + ".",
              first));
    }
    return gaps;
  }

  private static String people(int reps) {
    return reps < SMALLEST_GROUP
        ? "fewer than " + SMALLEST_GROUP + " people"
        : Formats.count(reps, "person", "people");
  }
}
