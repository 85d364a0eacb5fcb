package dev.tandem.recommendation;

import java.util.LinkedHashMap;
import java.util.Map;

/** What kind of situation it is, so that figures can be split where rankers differ. */
public final class SituationKinds {
  /** A query of more words is read as a sentence. */
  private static final int MOST_KEYWORDS = 4;

  private SituationKinds() {}

  /**
   * Kind by grouping: always {@code form} and {@code language} (of the words and notes, {@code
   * unknown} where they do not tell), and {@code kind} where the author gave one.
   */
  public static Map<String, String> of(EvaluationSituation situation) {
    var kinds = new LinkedHashMap<String, String>();
    kinds.put("form", form(situation));
    kinds.put("language", language(situation));
    if (situation.kind() != null && !situation.kind().isBlank())
      kinds.put("kind", situation.kind().strip());
    return kinds;
  }

  private static String form(EvaluationSituation situation) {
    boolean deal = !situation.deal().equals(DescribedDeal.NOTHING);
    if (situation.query().isBlank()) return deal ? "deal without words" : "nothing asked";
    if (deal) return "words for a deal";
    return situation.query().strip().split("\\s+").length <= MOST_KEYWORDS
        ? "keywords"
        : "sentence";
  }

  private static String language(EvaluationSituation situation) {
    var notes = situation.deal().notes();
    var guess = LanguageVotes.guess(situation.query() + (notes == null ? "" : " " + notes));
    return guess == null ? "unknown" : guess;
  }
}
