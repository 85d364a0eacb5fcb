package dev.tandem.requests;

import dev.tandem.deals.DealContext;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is known of a deal, in the words of a request: nobody has to ask back. */
public final class DealNeed {
  private DealNeed() {}

  /** "for the decision stage, health care, against Rival, about Ledger"; empty when unknown. */
  public static String words(DealContext deal) {
    var parts = new ArrayList<String>();
    var stage = deal.stage().stage();
    if (stage != null) parts.add("for the stage " + stage.label());
    var industry = deal.industry();
    if (industry != null) parts.add("industry " + industry.label());
    if (!deal.personas().isEmpty()) parts.add("for " + labels(deal.personas()));
    if (!deal.competitors().isEmpty()) parts.add("against " + labels(deal.competitors()));
    if (!deal.products().isEmpty()) parts.add("about " + labels(deal.products()));
    return String.join(", ", parts);
  }

  private static String labels(List<Term> terms) {
    return terms.stream().map(Term::label).collect(Collectors.joining(", "));
  }
}
