package dev.tandem.deals;

import static dev.tandem.taxonomy.JourneyStage.AWARENESS;
import static dev.tandem.taxonomy.JourneyStage.CONSIDERATION;
import static dev.tandem.taxonomy.JourneyStage.DECISION;
import static dev.tandem.taxonomy.JourneyStage.POST_SALE;

import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guesses a journey stage from the name of a sales stage that nobody mapped. */
final class StageGuess {

  private record Clue(JourneyStage stage, Pattern words) {
    Clue(JourneyStage stage, String words) {
      this(stage, Pattern.compile("\\b(" + words + ")"));
    }
  }

  /** The first clue that fits decides: what is said of the end of a deal weighs most. */
  private static final List<Clue> CLUES =
      List.of(
          new Clue(
              AWARENESS,
              "lost|verlor|disqualif|unqualif|nicht qualif|abgesagt|abgelehnt|rejected|dead\\b|"
                  + "abandon|no decision|on hold|zuruckgestellt|ruhend"),
          new Clue(
              POST_SALE,
              "won\\b|gewonnen|customer$|kunde$|bestandskund|existing customer|onboard|implement|"
                  + "deploy|go live|live\\b|roll ?out|adoption|renew|upsell|cross ?sell|expan|"
                  + "post ?sale|after ?sale|einfuhrung|inbetriebnahme|\\p{L}*verlanger|ausbau|signed|"
                  + "unterschrieben|unterzeichnet|delivered|ausgeliefert|beauftragt"),
          new Clue(
              DECISION,
              "propos|quot|offer|pric|negoti|contract|legal|procure|purchas|commit|verbal|decision|"
                  + "approv|sign|closing|close|redlin|security review|business case|order|pilot|"
                  + "poc\\b|proof of|trial|finali|selected|vendor of choice|best case|budget|"
                  + "angebot|offert|verhandl|vertrag|entscheid|auftrag|preis|beschaff|einkauf|"
                  + "freigabe|unterschrift|bestell|abschluss|zusage|teststellung|probe|"
                  + "rechtspruf|endauswahl"),
          new Clue(
              CONSIDERATION,
              "demo|presentation|evaluat|need|requirement|solution|scop|develop|analys|value|assess|"
                  + "workshop|technical|shortlist|compar|consider|discover|rfp|rfi|tender|"
                  + "champion|fit\\b|qualified opp|opportunity|prasent|praesent|vorfuhr|vorfuehr|"
                  + "bewert|evaluier|bedarf|anforder|losung|loesung|konzept|vergleich|abklar|"
                  + "auswahl|ausschreib|machbarkeit|vorauswahl|chance"),
          new Clue(
              AWARENESS,
              "lead|prospect|qualif|contact|new\\b|suspect|target|mql|sql|sal\\b|nurtur|appoint|"
                  + "intro|outreach|cold|inbound|first|initial|identif|connect|aware|interest|"
                  + "research|engage|meeting|open\\b|erst|neu|anfrage|kontakt|akquis|ansprache|"
                  + "termin|potenzial|recherche"));

  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}) ?%");
  private static final Pattern LEADING_NUMBER =
      Pattern.compile("^(?:stage|phase|stufe|s)? ?(\\d{1,2})\\b");

  private StageGuess() {}

  static Optional<JourneyStage> byWords(String name) {
    var folded = fold(name);
    return CLUES.stream()
        .filter(clue -> clue.words.matcher(folded).find())
        .map(Clue::stage)
        .findFirst();
  }

  /** From a chance to win in the name, such as "Phase B (40 %)". */
  static Optional<JourneyStage> byPercentage(String name) {
    var percent = PERCENT.matcher(name);
    if (!percent.find()) return Optional.empty();
    int chance = Integer.parseInt(percent.group(1));
    if (chance > 100) return Optional.empty();
    return Optional.of(chance == 100 ? POST_SALE : byShareOfWay(chance / 100.0));
  }

  /**
   * @param share how much of the way to the signature lies behind, in [0, 1]
   */
  static JourneyStage byShareOfWay(double share) {
    if (share < 0.25) return AWARENESS;
    return share < 0.6 ? CONSIDERATION : DECISION;
  }

  /** The number a name starts with, such as 3 in "Stage 3" or "03 Review". */
  static Optional<Integer> number(String name) {
    var number = LEADING_NUMBER.matcher(Term.normalize(name));
    return number.find() ? Optional.of(Integer.valueOf(number.group(1))) : Optional.empty();
  }

  /** Normalized, without accents. */
  private static String fold(String name) {
    return Normalizer.normalize(Term.normalize(name), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .replace("ß", "ss");
  }
}
