package dev.tandem.search;

import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.QueryReading.Condition;
import dev.tandem.search.QueryReading.NotKnown;
import dev.tandem.search.QueryReading.Unfinished;
import dev.tandem.search.QueryReading.Word;
import dev.tandem.taxonomy.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Reads what people type: words, {@code type:case study} and the other fields of {@link
 * KnownValues}, {@code "an exact phrase"}, and each of these with a hyphen before it for what must
 * not come. Whatever is none of this is a word, so that no text is ever refused.
 */
@Service
public class QueryReader {
  /** Beyond them everything is words: nobody types more, and each costs time. */
  private static final int MOST_CONDITIONS = 20;

  private static final int LONGEST_VALUE = 6;
  private static final String OPENING = "\"“„”", CLOSING = "\"“”";

  private final KnownValues known;

  QueryReader(KnownValues known) {
    this.known = known;
  }

  /**
   * @param audiences what the asker may see: a value that only hidden assets have is not known
   */
  public QueryReading read(String typed, Set<Audience> audiences) {
    return new Reading(typed, audiences).read();
  }

  /** What may be typed further when a field's value is being typed, best first. */
  public List<String> complete(QueryReading reading, Set<Audience> audiences, int limit) {
    var open = reading.unfinished();
    if (open == null) return List.of();
    return known.startingWith(open.field(), open.start(), audiences).stream()
        .limit(limit)
        .map(reading::finished)
        .toList();
  }

  private final class Reading {
    private final String typed;
    private final Set<Audience> audiences;
    private final List<Word> words = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<NotKnown> notKnown = new ArrayList<>();
    private @Nullable Unfinished unfinished;

    Reading(String typed, Set<Audience> audiences) {
      this.typed = typed;
      this.audiences = audiences;
    }

    QueryReading read() {
      for (int at = 0; at < typed.length(); )
        at = Character.isWhitespace(typed.charAt(at)) ? at + 1 : piece(at);
      return new QueryReading(typed, words, conditions, filters(), notKnown, unfinished);
    }

    /** Reads what begins here; answers where it ends. */
    private int piece(int from) {
      boolean excluded = isExclusion(from);
      int at = excluded ? from + 1 : from;
      if (isRead()) {
        int closing = closingQuote(at);
        if (closing > 0) return phrase(from, at + 1, closing, excluded);
        var field = fieldAt(at);
        if (field != null) return field(from, at + field.length() + 1, field, excluded);
      }
      int end = endOfWord(at);
      var word = typed.substring(at, end);
      if (excluded && isRead())
        conditions.add(new Condition(Condition.PHRASE, word, word, true, from, end));
      else words.add(new Word(word, at, end));
      return end;
    }

    private boolean isRead() {
      return conditions.size() + notKnown.size() < MOST_CONDITIONS;
    }

    private int phrase(int from, int start, int closing, boolean excluded) {
      var phrase = typed.substring(start, closing).strip();
      if (phrase.codePoints().anyMatch(Character::isLetterOrDigit)) {
        conditions.add(
            new Condition(Condition.PHRASE, phrase, phrase, excluded, from, closing + 1));
        if (!excluded) words.add(new Word(typed.substring(start, closing), start, closing));
      }
      return closing + 1;
    }

    private int field(int from, int afterColon, String field, boolean excluded) {
      int start = afterColon;
      while (start < typed.length() && Character.isWhitespace(typed.charAt(start))) start++;
      int closing = closingQuote(start);
      if (closing > 0) {
        var value = typed.substring(start + 1, closing);
        if (!add(field, value, excluded, from, closing + 1))
          unknown(field, value, excluded, from, start + 1, closing);
        return closing + 1;
      }
      var ends = valueEnds(start);
      for (int end : ends.reversed())
        if (add(field, typed.substring(start, end), excluded, from, end)) return end;
      int end = ends.isEmpty() ? start : ends.getLast();
      var begun = typed.substring(start, end);
      if (end == typed.length() && !known.startingWith(field, begun, audiences).isEmpty()) {
        unfinished = new Unfinished(field, begun, start);
        if (!begun.isEmpty() && !excluded) words.add(new Word(begun, start, end));
        return end;
      }
      if (ends.isEmpty()) return start;
      unknown(
          field, typed.substring(start, ends.getFirst()), excluded, from, start, ends.getFirst());
      return ends.getFirst();
    }

    private boolean add(String field, String value, boolean excluded, int from, int to) {
      var found = known.find(field, value.strip(), audiences);
      found.ifPresent(
          one -> conditions.add(new Condition(field, one.id(), one.label(), excluded, from, to)));
      return found.isPresent();
    }

    private void unknown(
        String field, String value, boolean excluded, int from, int start, int end) {
      if (value.isBlank()) return;
      notKnown.add(new NotKnown(field, value.strip()));
      if (excluded)
        conditions.add(
            new Condition(Condition.PHRASE, value.strip(), value.strip(), true, from, end));
      else words.add(new Word(value, start, end));
    }

    /** Where the one to six words end that may be a value. */
    private List<Integer> valueEnds(int start) {
      var ends = new ArrayList<Integer>();
      for (int at = start; at < typed.length() && ends.size() < LONGEST_VALUE; ) {
        if (closingQuote(at) > 0 || isExclusion(at) || fieldAt(at) != null) break;
        int end = endOfWord(at);
        ends.add(end);
        at = end;
        while (at < typed.length() && Character.isWhitespace(typed.charAt(at))) at++;
      }
      return ends;
    }

    private boolean isExclusion(int at) {
      if (at + 1 >= typed.length() || typed.charAt(at) != '-') return false;
      int next = typed.codePointAt(at + 1);
      return Character.isLetterOrDigit(next) || closingQuote(at + 1) > 0;
    }

    /** Of the quote that opens here; −1 where none does, or while it is not closed. */
    private int closingQuote(int at) {
      if (at >= typed.length() || OPENING.indexOf(typed.charAt(at)) < 0) return -1;
      for (int i = at + 1; i < typed.length(); i++)
        if (CLOSING.indexOf(typed.charAt(i)) >= 0) return i;
      return -1;
    }

    private @Nullable String fieldAt(int at) {
      int colon = typed.indexOf(':', at);
      if (colon < 0) return null;
      var name = typed.substring(at, colon).toLowerCase(java.util.Locale.ROOT);
      return KnownValues.FIELDS.contains(name) ? name : null;
    }

    private int endOfWord(int at) {
      int end = at;
      while (end < typed.length() && !Character.isWhitespace(typed.charAt(end))) end++;
      return end;
    }

    private Filters filters() {
      var wanted = new FilterValues();
      var unwanted = new FilterValues();
      for (var each : conditions)
        (each.excluded() ? unwanted : wanted).add(each.field(), each.value());
      return wanted.filters(unwanted);
    }
  }
}
