package dev.tandem.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.search.AssetQuery;
import dev.tandem.search.AssetQuery.Clue;
import dev.tandem.search.AssetQuery.Filters;
import dev.tandem.search.AssetSearch;
import dev.tandem.taxonomy.Audience;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What of a deal's notes the library has something to say about. Notes tell of voicemails, holidays
 * and moved offices, too; read as one text, the sentence that matters drowns in them.
 *
 * <p>A sentence is worth what it earns the asset that fits it best: BM25 of its telling words for
 * each √word, times the cosine of its meaning where texts are encoded.
 */
@Component
class TellingNotes {
  /** So few are read as they are. */
  private static final int FEW = 2;

  private static final int KEPT = 3;

  /** In relation to the most telling sentence. */
  private static final double NEARLY_AS_TELLING = 0.6;

  /** Longer notes are read from their beginning. */
  private static final int READ = 60;

  /** Meaning costs more than words do: so many of the best by words are compared by it. */
  private static final int COMPARED = 8;

  private final AssetSearch search;
  private final SentenceEncoder encoder;

  /** A deal is asked for again and again, its notes hardly change, and the library slowly. */
  private final Cache<Asked, String> told =
      Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(Duration.ofHours(1)).build();

  private record Asked(String notes, Set<Audience> audiences) {}

  private record Sentence(int place, String text, double telling) {
    Sentence times(double factor) {
      return new Sentence(place, text, telling * factor);
    }
  }

  TellingNotes(AssetSearch search, SentenceEncoder encoder) {
    this.search = search;
    this.encoder = encoder;
  }

  /** The telling sentences in their order; all of them where nothing tells them apart. */
  String of(String notes, Set<Audience> audiences) {
    var sentences = sentences(notes);
    if (sentences.size() <= FEW) return notes;
    return told.get(new Asked(notes, audiences), _ -> tell(notes, sentences, audiences));
  }

  private String tell(String notes, List<String> sentences, Set<Audience> audiences) {
    var byWords = new ArrayList<Sentence>();
    for (var text : sentences.subList(0, Math.min(READ, sentences.size())))
      byWords.add(new Sentence(byWords.size(), text, fitting(text, audiences)));
    var mostTelling = Comparator.comparingDouble(Sentence::telling).reversed();
    var rated =
        byWords.stream()
            .sorted(mostTelling)
            .limit(COMPARED)
            .map(each -> each.times(meaning(each.text(), audiences)))
            .sorted(mostTelling)
            .limit(KEPT)
            .toList();
    double enough = rated.getFirst().telling() * NEARLY_AS_TELLING;
    if (enough <= 0) return notes;
    return rated.stream()
        .filter(each -> each.telling() >= enough)
        .sorted(Comparator.comparingInt(Sentence::place))
        .map(Sentence::text)
        .collect(Collectors.joining("\n"));
  }

  private double fitting(String sentence, Set<Audience> audiences) {
    var hits = search.search(about(sentence, audiences)).hits();
    return hits.isEmpty() ? 0 : hits.getFirst().score() / Math.sqrt(words(sentence));
  }

  private static long words(String sentence) {
    return sentence.chars().filter(Character::isWhitespace).count() + 1;
  }

  /** The cosine with what comes nearest; 1 where nothing is encoded. */
  private double meaning(String sentence, Set<Audience> audiences) {
    var meaning = encoder.query(sentence);
    if (meaning.isEmpty()) return 1;
    var nearest = search.nearest(about(sentence, audiences).withMeaning(meaning.get()), 1);
    return nearest.isEmpty() ? 1 : Math.max(0, nearest.getFirst().cosine());
  }

  private static AssetQuery about(String sentence, Set<Audience> audiences) {
    return CandidateSources.ask(Filters.NONE, audiences, "", List.of(new Clue(sentence, 1)), 1);
  }

  private static List<String> sentences(String notes) {
    var sentences = new ArrayList<String>();
    var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    for (var line : notes.lines().toList()) {
      breaks.setText(line);
      int start = breaks.first();
      for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
        var text = line.substring(start, end).strip();
        if (!text.isEmpty()) sentences.add(text);
      }
    }
    return sentences;
  }
}
