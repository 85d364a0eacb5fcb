package dev.tandem.insight.alignment;

import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import dev.tandem.deals.StageEntry;
import dev.tandem.insight.KnownDeals;
import dev.tandem.insight.alignment.AlignmentPack.Figure;
import dev.tandem.shared.TimeWindow;
import dev.tandem.taxonomy.Glossary;
import dev.tandem.taxonomy.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Marketing's leads on their way to deals that are won, counted where the CRM's stage history names
 * these stages, and nowhere made up from others.
 */
@Component
class LeadJourney {
  private final KnownDeals known;
  private final Glossary glossary;

  LeadJourney(KnownDeals known, Glossary glossary) {
    this.known = known;
    this.glossary = glossary;
  }

  /** What the CRM may call each stage, normalized; the glossary's other names are among them. */
  private Map<String, Set<String>> stages() {
    var stages = new LinkedHashMap<String, Set<String>>();
    stages.put("MQL", names("mql", "marketing qualified lead", "marketing qualified"));
    stages.put("SAL", names("sal", "sales accepted lead", "sales accepted"));
    stages.put("SQL", names("sql", "sales qualified lead", "sales qualified"));
    return stages;
  }

  private Set<String> names(String... common) {
    var names = new HashSet<>(Set.of(common));
    for (var entry : glossary.entries()) {
      var said =
          Stream.concat(Stream.of(entry.term()), entry.synonyms().stream())
              .map(Term::normalize)
              .toList();
      if (said.stream().anyMatch(Set.of(common)::contains)) names.addAll(said);
    }
    return names;
  }

  /** Empty when no deal ever was in such a stage: the CRM does not deliver them. */
  List<Figure> of(List<Opportunity> deals, TimeWindow now, TimeWindow before) {
    var histories = known.histories();
    var stages = stages();
    boolean delivered =
        histories.stream()
            .flatMap(Collection::stream)
            .anyMatch(entry -> stages.values().stream().anyMatch(names -> isOne(entry, names)));
    if (!delivered) return List.of();
    var figures = new ArrayList<Figure>();
    stages.forEach(
        (name, names) ->
            figures.add(
                new Figure(
                    name,
                    count(histories, names, now),
                    count(histories, names, before),
                    "deals that entered the CRM's stage in the month")));
    figures.add(
        new Figure("Won", won(deals, now), won(deals, before), "deals closed as won in the month"));
    return figures;
  }

  private static boolean isOne(StageEntry entry, Set<String> names) {
    return names.contains(Term.normalize(entry.salesStage()));
  }

  private static String count(
      Collection<List<StageEntry>> histories, Set<String> names, TimeWindow window) {
    return String.valueOf(
        histories.stream()
            .filter(
                history ->
                    history.stream()
                        .anyMatch(
                            entry -> isOne(entry, names) && window.contains(entry.enteredOn())))
            .count());
  }

  private static String won(List<Opportunity> deals, TimeWindow window) {
    return String.valueOf(
        deals.stream()
            .filter(deal -> deal.outcome() == Outcome.WON && closedIn(deal, window))
            .count());
  }

  static boolean closedIn(Opportunity deal, TimeWindow window) {
    LocalDate closed = deal.closedOn();
    return closed != null
        && window.contains(closed.atStartOfDay(java.time.ZoneId.systemDefault()).toInstant());
  }
}
