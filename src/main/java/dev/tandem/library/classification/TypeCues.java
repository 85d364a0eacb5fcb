package dev.tandem.library.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What speaks for one type; phrases are normalized.
 *
 * @param structure weights of structural cues by name, see {@link Structure}
 */
record TypeCues(
    List<String> title,
    Set<String> folder,
    Set<String> place,
    Set<String> keys,
    List<String> text,
    Map<String, Double> structure) {
  private static final double NAMES_TITLE = 4.5;
  private static final double PHRASE_IN_TITLE = 3.5;
  private static final double WORD_IN_TITLE = 2.2;
  private static final double FILE_NAME_TOO = 1;
  private static final double PHRASE_IN_HEADING = 1.3;
  private static final double WORD_IN_HEADING = 0.5;
  private static final double PHRASE_IN_TEXT = 0.7;
  private static final double WORD_IN_TEXT = 0.4;
  private static final double MOST_FOR_HEADINGS = 2.6;
  private static final double MOST_FOR_TEXT = 2.4;

  /** A long text has many phrases by chance. */
  private static final int LONG = 1_500;

  /** What the words say for this type; adds to {@code parts} what it rests on. */
  double said(Content content, Words words, List<String> parts) {
    double weight = inTitle(content.title(), "title", parts);
    var fileName = fileName(content.path());
    double inName = inTitle(fileName, "file name", weight > 0 ? new ArrayList<>() : parts);
    weight += weight > 0 ? Math.min(FILE_NAME_TOO, inName) : 0.9 * inName;
    var inHeadings = Words.found(words.headings(), title);
    inHeadings.addAll(Words.found(words.headings(), text));
    weight += Math.min(MOST_FOR_HEADINGS, sum(inHeadings, WORD_IN_HEADING, PHRASE_IN_HEADING));
    if (!inHeadings.isEmpty()) parts.add("heading: “" + inHeadings.getFirst() + "”");
    var inText = Words.found(words.text(), text);
    inText.removeAll(inHeadings);
    double saidInText = Math.min(MOST_FOR_TEXT, sum(inText, WORD_IN_TEXT, PHRASE_IN_TEXT));
    weight += words.count() > LONG ? 0.7 * saidInText : saidInText;
    if (!inText.isEmpty())
      parts.add(
          "text: “" + String.join("”, “", inText.subList(0, Math.min(3, inText.size()))) + "”");
    return weight;
  }

  /** A name of the type at the beginning or end of a part of the title names the whole. */
  private double inTitle(String raw, String where, List<String> parts) {
    double best = 0;
    String which = null;
    var segments = raw.split("[:|–—(\\[]| - ");
    var whole = Words.padded(raw);
    for (var phrase : title) {
      if (!whole.contains(" " + phrase + " ")) continue;
      double weight = phrase.indexOf(' ') >= 0 ? PHRASE_IN_TITLE : WORD_IN_TITLE;
      for (var segment : segments) {
        var padded = Words.padded(segment);
        if (padded.startsWith(" " + phrase + " ") || padded.endsWith(" " + phrase + " "))
          weight = NAMES_TITLE;
      }
      if (weight > best) {
        best = weight;
        which = phrase;
      }
    }
    if (which != null) parts.add(where + ": “" + which + "”");
    return best;
  }

  private static double sum(List<String> found, double word, double phrase) {
    return found.stream().mapToDouble(it -> it.indexOf(' ') >= 0 ? phrase : word).sum();
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.[A-Za-z0-9]{1,5}$", "");
  }
}
