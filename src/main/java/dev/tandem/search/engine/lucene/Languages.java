package dev.tandem.search.engine.lucene;

import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.CATENATE_ALL;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.GENERATE_WORD_PARTS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.SPLIT_ON_NUMERICS;
import static org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter.STEM_ENGLISH_POSSESSIVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.FlattenGraphFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.DutchStemmer;

/**
 * How text becomes words. Each asset is analysed in its own language; all languages share the same
 * fields, and a query is stemmed in every language that the library has. "SOC2", "SOC-2" and
 * "e-mail" are indexed both in parts and as one word.
 */
final class Languages {
  private static final int PARTS =
      GENERATE_WORD_PARTS | GENERATE_NUMBER_PARTS | SPLIT_ON_NUMERICS | STEM_ENGLISH_POSSESSIVE;
  private static final int LONGEST_WORD = 64;

  private static final Map<String, UnaryOperator<TokenStream>> STEMMERS =
      Map.of(
          "en", PorterStemFilter::new,
          "de", in -> new GermanLightStemFilter(new GermanNormalizationFilter(in)),
          "fr", FrenchLightStemFilter::new,
          "es", SpanishLightStemFilter::new,
          "nl", in -> new SnowballFilter(in, new DutchStemmer()),
          "it", ItalianLightStemFilter::new,
          "pt", PortugueseLightStemFilter::new);

  private static final Map<String, Analyzer> WHOLE = new HashMap<>();
  private static final Map<String, Analyzer> IN_PARTS = new HashMap<>();
  private static final Analyzer UNKNOWN = inLanguage("und", PARTS | CATENATE_ALL);
  private static final Analyzer UNKNOWN_IN_PARTS = inLanguage("und", PARTS);

  /** Words as they are spelled, in lower case. */
  static final Analyzer SPELLED = analyzer(PARTS, in -> in);

  static {
    for (var language : STEMMERS.keySet()) {
      WHOLE.put(language, inLanguage(language, PARTS | CATENATE_ALL));
      IN_PARTS.put(language, inLanguage(language, PARTS));
    }
  }

  /** For the text of an asset; languages without a stemmer are only folded. */
  static Analyzer analyzer(String language) {
    return WHOLE.getOrDefault(language, UNKNOWN);
  }

  /** The words of a text as they are spelled, in order. */
  static List<String> words(String text) {
    return tokens(SPELLED, text);
  }

  /** The stem of one word in one language; empty where nothing is left of it. */
  static List<String> stem(String language, String word) {
    return tokens(IN_PARTS.getOrDefault(language, UNKNOWN_IN_PARTS), word);
  }

  private static List<String> tokens(Analyzer analyzer, String text) {
    var tokens = new ArrayList<String>();
    try (var stream = analyzer.tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) tokens.add(term.toString());
      stream.end();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return tokens;
  }

  /** What text that is indexed is cut into: words as they are spelled, in parts and as one. */
  static TokenStream words(TokenStream source) {
    return words(source, PARTS | CATENATE_ALL);
  }

  /** The same words as the index holds them. */
  static TokenStream stems(String language, TokenStream words) {
    var stemmer = STEMMERS.get(language);
    if (stemmer == null) return new ASCIIFoldingFilter(words);
    return new ASCIIFoldingFilter(TellingStems.of(words, stemmer, WordLists.littleWords(language)));
  }

  private static TokenStream words(TokenStream source, int delimiting) {
    TokenFilter parts =
        new FlattenGraphFilter(new WordDelimiterGraphFilter(source, delimiting, null));
    return new LengthFilter(new LowerCaseFilter(parts), 1, LONGEST_WORD);
  }

  private static Analyzer inLanguage(String language, int delimiting) {
    return analyzer(delimiting, words -> stems(language, words));
  }

  private static Analyzer analyzer(int delimiting, UnaryOperator<TokenStream> last) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        var source = new WhitespaceTokenizer();
        return new TokenStreamComponents(source, last.apply(words(source, delimiting)));
      }

      @Override
      public int getPositionIncrementGap(String field) {
        return 100;
      }
    };
  }

  private Languages() {}
}
