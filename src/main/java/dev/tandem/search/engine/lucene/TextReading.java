package dev.tandem.search.engine.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/** Reads texts of one language, one after another; for one thread. */
final class TextReading {
  private final Tokenizer source = new WhitespaceTokenizer();
  private final Spellings spellings;
  private final TokenStream stems;

  TextReading(String language) {
    this.spellings = new Spellings(Languages.words(source));
    this.stems = Languages.stems(language, spellings);
  }

  Tokens read(String text) {
    var terms = new ArrayList<String>();
    var steps = IntStream.builder();
    spellings.found = new LinkedHashSet<>();
    try (stems) {
      source.setReader(new StringReader(text));
      var term = stems.getAttribute(CharTermAttribute.class);
      var step = stems.getAttribute(PositionIncrementAttribute.class);
      stems.reset();
      while (stems.incrementToken()) {
        if (term.isEmpty()) continue;
        terms.add(term.toString());
        steps.add(step.getPositionIncrement());
      }
      stems.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Tokens(terms, steps.build().toArray(), spellings.found);
  }

  /** Notes words before they are stemmed, but not those joined from parts ("soc2" of "SOC-2"). */
  private static final class Spellings extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionLengthAttribute length = addAttribute(PositionLengthAttribute.class);
    private Set<String> found = new LinkedHashSet<>();

    Spellings(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) return false;
      if (length.getPositionLength() == 1) found.add(term.toString());
      return true;
    }
  }
}
