package dev.tandem.recommendation.evaluation;

import dev.tandem.recommendation.DescribedDeal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a situation says of its deal, for people. */
public final class SituationWords {
  private SituationWords() {}

  /** Value by name, in reading order; what is not said is left out. */
  public static Map<String, String> ofDeal(DescribedDeal deal) {
    var words = new LinkedHashMap<String, String>();
    put(words, "Stage", deal.stage());
    put(words, "Industry", deal.industry());
    put(words, "Company size", deal.companySize());
    put(words, "Region", deal.region());
    put(words, "Persona", joined(deal.persona(), deal.personas()));
    put(words, "Product", joined(null, deal.products()));
    put(words, "Competitor", joined(deal.competitor(), deal.competitors()));
    put(words, "Notes", deal.notes());
    return words;
  }

  private static String joined(@Nullable String one, @Nullable List<String> many) {
    var all = new java.util.ArrayList<String>();
    if (one != null && !one.isBlank()) all.add(one);
    if (many != null) all.addAll(many);
    return String.join(", ", all);
  }

  private static void put(Map<String, String> words, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) words.put(name, value.strip());
  }
}
