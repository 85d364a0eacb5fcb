package dev.tandem.search.engine.lucene;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Leaves a word as it is where its stem would be a little word: German "nächstes" would become
 * "nach", which stands in every text.
 */
final class TellingStems extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final Spelled spelled;
  private final CharArraySet littleWords;

  private TellingStems(TokenStream stems, Spelled spelled, CharArraySet littleWords) {
    super(stems);
    this.spelled = spelled;
    this.littleWords = littleWords;
  }

  /**
   * @param stemmer takes one word after another, looking no further
   */
  static TokenStream of(
      TokenStream words, UnaryOperator<TokenStream> stemmer, CharArraySet littleWords) {
    var spelled = new Spelled(words);
    return new TellingStems(stemmer.apply(spelled), spelled, littleWords);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) return false;
    if (littleWords.contains(term)) term.setEmpty().append(spelled.word);
    return true;
  }

  private static final class Spelled extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String word = "";

    Spelled(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) return false;
      word = term.toString();
      return true;
    }
  }
}
