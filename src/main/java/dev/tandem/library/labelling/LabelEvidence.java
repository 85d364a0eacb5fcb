package dev.tandem.library.labelling;

import dev.tandem.encoder.Embedding;
import dev.tandem.library.PassageMeanings.AssetMeaning;
import dev.tandem.taxonomy.Term;
import java.util.Map;

/**
 * What speaks for and against the labels of one asset.
 *
 * @param cues how sure the readable cues are of each term they found, in [0, 1]
 * @param nearness of the best passage to the description of each term that has one, as a cosine
 * @param meaning the mean of its passages' directions, of length 1
 */
public record LabelEvidence(Map<Term, Double> cues, Map<Term, Double> nearness, float[] meaning) {
  public LabelEvidence {
    cues = Map.copyOf(cues);
    nearness = Map.copyOf(nearness);
  }

  /** The mean direction of all that was encoded. */
  public static float[] mean(AssetMeaning meaning) {
    var sum = unit(meaning.about());
    for (var passage : meaning.passages()) {
      var other = unit(passage.meaning());
      for (int i = 0; i < sum.length; i++) sum[i] += other[i];
    }
    return scaled(sum);
  }

  static float[] unit(Embedding embedding) {
    var bytes = embedding.components();
    var vector = new float[bytes.length];
    for (int i = 0; i < bytes.length; i++) vector[i] = bytes[i];
    return scaled(vector);
  }

  /** In place, to length 1; a vector without direction stays as it is. */
  static float[] scaled(float[] vector) {
    double squares = 0;
    for (float each : vector) squares += (double) each * each;
    if (squares > 0)
      for (int i = 0; i < vector.length; i++) vector[i] = (float) (vector[i] / Math.sqrt(squares));
    return vector;
  }
}
