package dev.tandem.search.engine.lucene;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the telling piece out of a passage and marks the words that matched. What a query asks for
 * is read once for each language rather than once for each passage. For one thread.
 */
final class PassageMarker {
  private final Query query;
  private final int length;
  private final Map<String, FieldHighlighter> highlighters = new HashMap<>();

  /**
   * @param query rewritten
   * @param length about so many characters make a piece
   */
  PassageMarker(Query query, int length) {
    this.query = query;
    this.length = length;
  }

  /** Null where nothing in the text is to be marked. */
  @Nullable String mark(String text, String language) throws IOException {
    var highlighter = highlighters.computeIfAbsent(language, this::highlighter);
    var snippet = highlighter.highlightFieldForDoc(null, -1, text);
    return snippet == null ? null : Marks.tidy(snippet.toString());
  }

  /** Where no order of words is asked for, a text need not be indexed to be marked. */
  private FieldHighlighter highlighter(String language) {
    boolean phrases = hasPhrases(query);
    return new ForOneQuery(
            UnifiedHighlighter.builderWithoutSearcher(Languages.analyzer(language))
                .withWeightMatches(phrases)
                .withPassageRelevancyOverSpeed(phrases)
                .withFormatter(new DefaultPassageFormatter(Marks.BEGIN, Marks.END, " … ", false))
                .withBreakIterator(
                    () ->
                        LengthGoalBreakIterator.createClosestToLength(
                            BreakIterator.getSentenceInstance(Locale.ROOT), length, 0.5f))
                .withHandleMultiTermQuery(false))
        .of(query);
  }

  private static boolean hasPhrases(Query query) {
    var found = new boolean[1];
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query leaf, Term... terms) {
            found[0] |= !(leaf instanceof TermQuery || leaf instanceof SynonymQuery);
          }
        });
    return found[0];
  }

  private static final class ForOneQuery extends UnifiedHighlighter {
    ForOneQuery(Builder settings) {
      super(settings);
    }

    FieldHighlighter of(Query query) {
      return getFieldHighlighter(IndexFields.PASSAGE, query, extractTerms(query), 1);
    }
  }
}
