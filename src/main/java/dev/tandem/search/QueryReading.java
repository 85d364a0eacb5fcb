package dev.tandem.search;

import dev.tandem.search.AssetQuery.Filters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an asker's words mean: words to look for, and conditions that an asset must meet.
 *
 * @param typed as the asker wrote it
 * @param words what is looked for, those of phrases included, in order
 * @param conditions in the order in which they were written
 * @param filters the same as an engine takes them
 * @param notKnown values that nothing goes by; they are looked for as words
 * @param unfinished a field word at the end with the beginning of a value, which is looked for as a
 *     word meanwhile; or null
 */
public record QueryReading(
    String typed,
    List<Word> words,
    List<Condition> conditions,
    Filters filters,
    List<NotKnown> notKnown,
    @Nullable Unfinished unfinished) {

  public QueryReading {
    words = List.copyOf(words);
    conditions = List.copyOf(conditions);
    notKnown = List.copyOf(notKnown);
  }

  /** The words to look for, without the syntax. */
  public String text() {
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  /** The query with the words and the conditions of this one; what it already keeps to holds. */
  public AssetQuery applyTo(AssetQuery query) {
    return query.withText(text()).withFilters(query.filters().and(filters));
  }

  /** What the asker would have typed without a condition. */
  public String without(Condition condition) {
    return cut(condition.from(), condition.to());
  }

  /** What the asker would have typed without some conditions. */
  public String withoutAll(List<Condition> some) {
    var rest = typed;
    for (var condition : some.reversed())
      rest = rest.substring(0, condition.from()) + " " + rest.substring(condition.to());
    return tidy(rest);
  }

  private String cut(int from, int to) {
    return tidy(typed.substring(0, from) + " " + typed.substring(to));
  }

  private static String tidy(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Where the words begin that are being typed: behind the last condition. */
  public int openFrom() {
    return conditions.isEmpty() ? 0 : conditions.getLast().to();
  }

  /** What was typed, with its last, unfinished value finished. */
  public String finished(String value) {
    var open = unfinished;
    if (open == null) return typed;
    var written = value.indexOf(' ') < 0 ? value : '"' + value + '"';
    return typed.substring(0, open.valueFrom()).stripTrailing() + written;
  }

  /**
   * What was typed, spelled as the library would.
   *
   * @param corrected {@link #text} with some of its words replaced by one or two others each
   */
  public String spelled(String corrected) {
    var better = List.of(corrected.strip().split("\\s+"));
    var plain = new ArrayList<Word>();
    for (var word : words) plain.addAll(word.split());
    var said = new StringBuilder(typed);
    int shift = 0;
    for (int i = 0, at = 0; i < plain.size() && at < better.size(); i++) {
      var word = plain.get(i);
      boolean same = better.get(at).equals(word.text());
      int taken = same ? 1 : replaced(plain, i, better, at);
      if (!same) {
        var other = String.join(" ", better.subList(at, Math.min(better.size(), at + taken)));
        said.replace(word.from() + shift, word.to() + shift, other);
        shift += other.length() - (word.to() - word.from());
      }
      at += taken;
    }
    return said.toString();
  }

  /** How many words stand for the one at {@code i}: one or two, as it goes on after them. */
  private static int replaced(List<Word> plain, int i, List<String> better, int at) {
    int surplus = (better.size() - at) - (plain.size() - i);
    if (surplus <= 0) return 1;
    boolean goesOn = i + 1 < plain.size() && better.get(at + 1).equals(plain.get(i + 1).text());
    return goesOn ? 1 : 2;
  }

  /** A piece of {@code typed} from {@code from} to before {@code to}, with its text. */
  public record Word(String text, int from, int to) {
    private List<Word> split() {
      var parts = new ArrayList<Word>();
      for (int start = 0; start < text.length(); ) {
        if (Character.isWhitespace(text.charAt(start))) {
          start++;
          continue;
        }
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) end++;
        parts.add(new Word(text.substring(start, end), from + start, from + end));
        start = end;
      }
      return parts;
    }
  }

  /**
   * Something that an asset must be or say.
   *
   * @param field {@link #PHRASE}, {@code owner}, or the facet that it is one of
   * @param value a facet's value, an owner, or the phrase
   * @param label the value for people
   * @param excluded it must not be so
   * @param from, to where it stands in what was typed
   */
  public record Condition(
      String field, String value, String label, boolean excluded, int from, int to) {
    public static final String PHRASE = "phrase";
  }

  /** A value of a field that no visible asset has. */
  public record NotKnown(String field, String value) {}

  /**
   * @param valueFrom where the value begins
   * @param start its letters so far, may be empty
   */
  public record Unfinished(String field, String start, int valueFrom) {}
}
