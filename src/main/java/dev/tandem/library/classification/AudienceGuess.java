package dev.tandem.library.classification;

import dev.tandem.library.Label;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Term;
import java.util.regex.Pattern;

/** Internal at the least sign of it: sending too little is a smaller mistake than too much. */
final class AudienceGuess {
  /** The word alone on a short line, as in a header or footer, not inside a sentence. */
  private static final Pattern STAMP =
      Pattern.compile(
          "(?im)^[^\\n.]{0,40}\\b(confidential|vertraulich|internal|intern)\\b[^\\n]{0,25}$");

  /** Different words of a company's inner life before they count. */
  private static final int SEVERAL = 3;

  private final Cues cues;

  AudienceGuess(Cues cues) {
    this.cues = cues;
  }

  Label<Audience> of(Label<ContentType> type, Content content, Words words) {
    for (var phrase : cues.surelyInternal()) {
      var place = words.placeOf(phrase);
      if (place != null) return Label.inferred(Audience.INTERNAL, 0.92, place);
    }
    if (type.value() == ContentType.BATTLECARD)
      return Label.inferred(Audience.INTERNAL, 0.85, "battlecards are for the own team");
    for (var name : content.path().split("[/.]"))
      if (cues.internalFolders().contains(Term.normalize(name)) || isMarked(name))
        return Label.inferred(Audience.INTERNAL, 0.85, "path: " + content.path());
    var stamp = STAMP.matcher(content.text());
    if (stamp.find())
      return Label.inferred(Audience.INTERNAL, 0.65, "text: “" + stamp.group().strip() + "”");
    var hints = Words.found(words.text(), cues.perhapsInternal());
    hints.addAll(Words.found(words.headings(), cues.perhapsInternal()));
    if (!hints.isEmpty())
      return Label.inferred(Audience.INTERNAL, 0.6, "text: “" + hints.getFirst() + "”");
    if (type.value() == ContentType.EMAIL
        && words.text().matches("(?s).* (first|last|company|your) ?name .*")
        && Structure.of(content, words).containsKey("slots"))
      return Label.inferred(Audience.INTERNAL, 0.6, "places for a name still to be filled in");
    var inTitle = Words.found(words.title(), cues.severalInternal());
    inTitle.removeIf(phrase -> phrase.indexOf(' ') < 0);
    var several = Words.found(words.text(), cues.severalInternal());
    if (!inTitle.isEmpty() || several.size() >= SEVERAL)
      return Label.inferred(
          Audience.INTERNAL,
          0.6,
          inTitle.isEmpty()
              ? "text: “" + String.join("”, “", several.subList(0, SEVERAL)) + "”"
              : "title: “" + inTitle.getFirst() + "”");
    return Label.inferred(
        Audience.BUYER, content.text().isBlank() ? 0.5 : 0.75, "no sign of being internal");
  }

  /** "Price sheet (internal)", "internal-notes". */
  private static boolean isMarked(String name) {
    return (" " + Term.normalize(name) + " ").matches(".* (internal|intern|confidential) .*");
  }
}
