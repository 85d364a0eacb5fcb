package dev.tandem.search.engine.lucene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/**
 * Text as terms of the index. Reading it is most of the work of indexing, so it is read once and
 * played into every field that holds it.
 *
 * @param terms the stems, in order
 * @param steps how many positions each stands behind the one before
 * @param spelled its words as they are spelled, each once
 */
record Tokens(List<String> terms, int[] steps, Set<String> spelled) {
  private static final int GAP = 100;

  /** In order, for fields that know positions. */
  TokenStream inOrder() {
    return new InOrder(terms, steps);
  }

  /** Several texts in order, so far apart that no phrase reaches from one into the next. */
  static TokenStream apart(List<Tokens> texts) {
    var terms = new ArrayList<String>();
    var steps = IntStream.builder();
    for (var text : texts) {
      for (int i = 0; i < text.terms.size(); i++) {
        terms.add(text.terms.get(i));
        steps.add(text.steps[i] + (i == 0 && terms.size() > 1 ? GAP : 0));
      }
    }
    return new InOrder(terms, steps.build().toArray());
  }

  /** Several texts together, each term once with its frequency, for fields without positions. */
  static TokenStream counted(List<Tokens> texts) {
    var counts = LinkedHashMap.<String, Integer>newLinkedHashMap(512);
    for (var text : texts) for (var term : text.terms) counts.merge(term, 1, Integer::sum);
    return new Counted(counts);
  }

  /** The words of several texts, each once. */
  static TokenStream spelled(List<Tokens> texts) {
    var words = new LinkedHashSet<String>();
    texts.forEach(text -> words.addAll(text.spelled));
    return new InOrder(
        new ArrayList<>(words), IntStream.range(0, words.size()).map(i -> 1).toArray());
  }

  private static final class InOrder extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<String> terms;
    private final int[] steps;
    private int next;

    InOrder(List<String> terms, int[] steps) {
      this.terms = terms;
      this.steps = steps;
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) return false;
      clearAttributes();
      term.append(terms.get(next));
      step.setPositionIncrement(steps[next++]);
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }

  private static final class Counted extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final List<Map.Entry<String, Integer>> counts;
    private int next;

    Counted(Map<String, Integer> counts) {
      this.counts = List.copyOf(counts.entrySet());
    }

    @Override
    public boolean incrementToken() {
      if (next == counts.size()) return false;
      clearAttributes();
      var each = counts.get(next++);
      term.append(each.getKey());
      frequency.setTermFrequency(each.getValue());
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
