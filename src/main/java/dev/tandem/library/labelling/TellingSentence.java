package dev.tandem.library.labelling;

import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.library.PassageMeanings.AssetMeaning;
import dev.tandem.library.PassageMeanings.Passage;
import dev.tandem.taxonomy.Term;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The sentence that speaks most for a learned label: of the passage that does, the best one. */
@Component
class TellingSentence {
  private static final int SHORTEST = 25;
  private static final int LONGEST = 240;
  private static final int MOST_SENTENCES = 8;

  private final SentenceEncoder encoder;

  TellingSentence(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  /**
   * @param before the sentence of an earlier inference; kept where it still stands in the passage
   * @return the title where there is no text
   */
  String of(String title, AssetMeaning meaning, LabelModel model, Term term, String before) {
    var best =
        meaning.passages().stream()
            .max(Comparator.comparingDouble(passage -> speaks(model, term, passage)));
    if (best.isEmpty()) return title;
    var text = best.get().text().replaceAll("\\s+", " ").strip();
    if (!before.isEmpty() && text.contains(before)) return before;
    return sentences(text).stream()
        .limit(MOST_SENTENCES)
        .flatMap(sentence -> weighed(title, sentence, model, term).stream())
        .max(Comparator.comparingDouble(Weighed::weight))
        .map(Weighed::sentence)
        .orElse(cut(text));
  }

  private record Weighed(String sentence, double weight) {}

  private Optional<Weighed> weighed(String title, String sentence, LabelModel model, Term term) {
    return encoder
        .passage(title + "\n" + sentence)
        .map(its -> new Weighed(sentence, model.speaksFor(term, LabelEvidence.unit(its))));
  }

  private static double speaks(LabelModel model, Term term, Passage passage) {
    return model.speaksFor(term, LabelEvidence.unit(passage.meaning()));
  }

  private static List<String> sentences(String text) {
    var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    var sentences = new ArrayList<String>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      var sentence = text.substring(start, end).strip();
      if (sentence.length() >= SHORTEST) sentences.add(cut(sentence));
    }
    return sentences;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) return text;
    int end = text.lastIndexOf(' ', LONGEST);
    return text.substring(0, end > 0 ? end : LONGEST) + " …";
  }
}
