package dev.tandem.search;

import dev.tandem.library.AssetText;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts the text of an asset into passages that can be found, and shown, by themselves. */
final class Passages {
  /**
   * About 140 words: a long page scores by its best part, and what an encoder reads at once ends
   * soon after.
   */
  private static final int LONGEST = 900;

  private static final int LONGEST_OVERLAP = 150;

  /** In order; speaker notes are left out. */
  static List<TextPassage> of(@Nullable AssetText text) {
    if (text == null) return List.of();
    var passages = new ArrayList<TextPassage>();
    for (var page : text.pages())
      for (var passage : of(page.text()))
        passages.add(new TextPassage(page.number(), page.label(), passage, null));
    return passages;
  }

  /**
   * What a passage goes on from: the end of the one before it on the same page, whole sentences
   * where they are short. Empty at the start of a page. A thought that the cut divides is then
   * whole in one of the two.
   */
  static String before(List<TextPassage> passages, int i) {
    if (i == 0 || passages.get(i - 1).page() != passages.get(i).page()) return "";
    var text = passages.get(i - 1).text();
    if (text.length() <= LONGEST_OVERLAP) return text;
    var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int start = sentences.following(text.length() - LONGEST_OVERLAP);
    if (start == BreakIterator.DONE || start == text.length())
      start = text.indexOf(' ', text.length() - LONGEST_OVERLAP) + 1;
    return text.substring(start).strip();
  }

  private static List<String> of(String text) {
    var clean = text.replace("\uE000", "").replace("\uE001", "").strip();
    if (clean.isEmpty()) return List.of();
    if (clean.length() <= LONGEST) return List.of(clean);
    var passages = new ArrayList<String>();
    var open = new StringBuilder();
    for (var paragraph : clean.split("\\n\\s*\\n")) {
      if (open.length() + paragraph.length() > LONGEST) {
        finish(open, passages);
        if (paragraph.length() > LONGEST) {
          sentences(paragraph, passages);
          continue;
        }
      }
      open.append(paragraph.strip()).append("\n\n");
    }
    finish(open, passages);
    return passages;
  }

  private static void sentences(String paragraph, List<String> passages) {
    var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(paragraph);
    var open = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      if (open.length() + end - start > LONGEST) finish(open, passages);
      for (int from = start; from < end; from = Math.min(end, from + LONGEST)) {
        if (from > start) finish(open, passages);
        open.append(paragraph, from, Math.min(end, from + LONGEST));
      }
    }
    finish(open, passages);
  }

  private static void finish(StringBuilder open, List<String> passages) {
    var passage = open.toString().strip();
    if (!passage.isEmpty()) passages.add(passage);
    open.setLength(0);
  }

  private Passages() {}
}
