package dev.tandem.insight;

import dev.tandem.deals.Opportunity;
import dev.tandem.insight.GapsReport.Gap;
import dev.tandem.insight.GapsReport.Kind;
import dev.tandem.library.Asset;
import dev.tandem.shared.ui.Formats;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What deals were lost to, and nothing in the library speaks about. */
final class Unanswered {
  /** Words of loss reasons that no content is about. */
  private static final Set<String> NOT_TELLING =
      Set.of("too", "the", "and", "not", "for", "with", "lost", "no", "went", "chose", "other");

  private Unanswered() {}

  static List<Gap> competitors(
      Collection<Asset> live, List<Opportunity> open, List<Opportunity> lost) {
    var answered = new HashSet<Term>();
    for (var asset : live)
      for (var label : asset.terms(Dimension.COMPETITOR)) answered.add(label.value());
    var openBy = new LinkedHashMap<Term, List<Opportunity>>();
    var lostBy = new LinkedHashMap<Term, List<Opportunity>>();
    collect(open, openBy);
    collect(lost, lostBy);
    var all = new ArrayList<Term>(openBy.keySet());
    for (var competitor : lostBy.keySet()) if (!all.contains(competitor)) all.add(competitor);
    all.removeAll(answered);
    return all.stream()
        .map(
            competitor ->
                competitor(
                    competitor,
                    openBy.getOrDefault(competitor, List.of()),
                    lostBy.getOrDefault(competitor, List.of())))
        .toList();
  }

  private static void collect(
      List<Opportunity> deals, LinkedHashMap<Term, List<Opportunity>> byCompetitor) {
    for (var deal : deals)
      for (var competitor : deal.competitors())
        byCompetitor.computeIfAbsent(competitor, unknown -> new ArrayList<>()).add(deal);
  }

  private static Gap competitor(Term competitor, List<Opportunity> open, List<Opportunity> lost) {
    return new Gap(
        Kind.COMPETITORS,
        competitor.label(),
        List.of(
            "no live asset names " + competitor.label(),
            Formats.count(open.size(), "open deal", "open deals")
                + " and "
                + Formats.count(lost.size(), "lost deal", "lost deals")
                + " do"),
        open.stream().map(Opportunity::id).toList(),
        GapMoney.of(open),
        GapMoney.of(lost),
        "A comparison or battlecard against " + competitor.label() + ".",
        competitor.label());
  }

  /** A reason is answered when an asset's title, description or tags share a telling word of it. */
  static List<Gap> lossReasons(Collection<Asset> live, List<Opportunity> lost) {
    var spokenOf = new HashSet<String>();
    for (var asset : live) {
      spokenOf.addAll(SearchClusters.words(asset.title().value()));
      spokenOf.addAll(SearchClusters.words(asset.description().value()));
      for (var tag : asset.tags()) spokenOf.addAll(SearchClusters.words(tag));
    }
    var byReason = new TreeMap<String, List<Opportunity>>();
    for (var deal : lost)
      if (deal.lossReason() != null && !deal.lossReason().isBlank())
        byReason
            .computeIfAbsent(Term.normalize(deal.lossReason()), key -> new ArrayList<>())
            .add(deal);
    var gaps = new ArrayList<Gap>();
    byReason.forEach(
        (reason, deals) -> {
          var words = new HashSet<>(SearchClusters.words(reason));
          words.removeAll(NOT_TELLING);
          if (words.isEmpty() || words.stream().anyMatch(spokenOf::contains)) return;
          var said = String.valueOf(deals.getFirst().lossReason()).strip();
          gaps.add(
              new Gap(
                  Kind.LOSS_REASONS,
                  "“" + said + "”",
                  List.of(
                      Formats.count(deals.size(), "deal was", "deals were") + " lost for it",
                      "no title, description or tag of a live asset has a word of it"),
                  List.of(),
                  List.of(),
                  GapMoney.of(deals),
                  "Content that answers the loss reason “" + said + "”.",
                  said));
        });
    return gaps;
  }
}
