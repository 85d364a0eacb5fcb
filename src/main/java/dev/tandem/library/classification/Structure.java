package dev.tandem.library.classification;

import dev.tandem.library.extraction.PageUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** How a content is built rather than what it says. */
final class Structure {
  private static final Pattern QUESTION = Pattern.compile("(?m)\\?\\s*$");
  private static final Pattern QUOTE =
      Pattern.compile("[“„\"»][^“”\"«»]{40,400}[”“\"«]\\s*[,–—-]?\\s*\\p{L}");
  private static final Pattern PERCENT = Pattern.compile("\\d\\s?(%|percent|prozent)");
  private static final Pattern PRICE =
      Pattern.compile("([€$£]\\s?\\d)|(\\d\\s?(€|EUR|USD|GBP|CHF)\\b)");
  private static final Pattern STEP =
      Pattern.compile("(?im)^\\s*(step|schritt)\\s+\\d|^\\s*\\d{1,2}[.)]\\s+\\p{L}");
  private static final Pattern BOX = Pattern.compile("\\[[ x]?\\]|[☐☑□]|_{5,}");
  private static final Pattern VERSUS =
      Pattern.compile("(?i)(?<![\\p{L}])(vs\\.?|versus)(?![\\p{L}])");
  private static final Pattern RELEASE = Pattern.compile("(?i)\\b(v?\\d+\\.\\d+(\\.\\d+)?)\\b");
  private static final Pattern SLOT =
      Pattern.compile(
          "\\{\\{?[^}]{2,40}\\}?\\}|\\[(first|vor)?.?name\\]", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPEAKER = Pattern.compile("(?m)^\\p{Lu}[\\p{L} .]{1,30}:\\s");

  private Structure() {}

  /** Names of the cues in force, each with words for people. */
  static Map<String, String> of(Content content, Words words) {
    var text = content.text();
    var cues = new LinkedHashMap<String, String>();
    if (content.unit() == PageUnit.SLIDE) cues.put("slides", "made of slides");
    if (content.unit() == PageUnit.SHEET) cues.put("sheets", "a spreadsheet");
    if (content.unit() == PageUnit.TIME) cues.put("timestamps", "timed speech");
    if ("message/rfc822".equals(content.mediaType())) cues.put("mail", "an e-mail file");
    if (text.length() < 5_000 && Pattern.compile("(?im)^(subject|betreff):").matcher(text).find())
      cues.put("mail", "has a subject line");
    add(cues, "questions", "many questions", count(QUESTION, text) >= 5);
    add(cues, "quotes", "quotes people", count(QUOTE, text) >= 1);
    add(cues, "percentages", "results in percent", count(PERCENT, text) >= 3);
    add(cues, "prices", "many prices", count(PRICE, text) >= 4);
    add(cues, "steps", "numbered steps", count(STEP, text) >= 4);
    add(cues, "boxes", "boxes to fill in", count(BOX, text) >= 4);
    add(cues, "slots", "places for a name", count(SLOT, text) >= 1);
    add(cues, "versus", "“vs” in the title", VERSUS.matcher(content.title()).find());
    add(cues, "release", "a version number in the title", RELEASE.matcher(content.title()).find());
    add(cues, "speakers", "several speakers", count(SPEAKER, text) >= 6);
    add(cues, "short", "short", words.count() > 20 && words.count() < 350);
    add(cues, "long", "long", words.count() > 2_500);
    add(cues, "very_long", "very long", words.count() > 6_000);
    return cues;
  }

  private static void add(Map<String, String> cues, String name, String words, boolean holds) {
    if (holds) cues.put(name, words);
  }

  private static long count(Pattern pattern, String text) {
    var part = text.length() > 200_000 ? text.substring(0, 200_000) : text;
    return pattern.matcher(part).results().limit(50).count();
  }
}
