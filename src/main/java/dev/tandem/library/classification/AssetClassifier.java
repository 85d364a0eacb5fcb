package dev.tandem.library.classification;

import dev.tandem.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** Guesses the labels of an asset. */
@Component
public class AssetClassifier {
  private final Cues cues = Cues.read();
  private final TypeGuess types = new TypeGuess(cues);
  private final StageGuess stages = new StageGuess(cues);
  private final AudienceGuess audiences = new AudienceGuess(cues);
  private final TermGuess terms;

  AssetClassifier(Taxonomy taxonomy) {
    this.terms = new TermGuess(taxonomy, cues);
  }

  public Classification classify(Content content) {
    var words = Words.of(content);
    var given = content.givenType();
    var type = given == null ? types.of(content, words) : TypeGuess.Guess.given(given);
    return new Classification(
        type.label(),
        stages.of(type, words),
        terms.of(content, words),
        audiences.of(type.label(), content, words));
  }
}
