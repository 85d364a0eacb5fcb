package dev.tandem.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static final Random RANDOM = new Random(11);

  @RepeatedTest(20)
  void oneByteForEachComponentIsPreciseEnough() {
    var one = vector(384);
    var other = vector(384);
    for (int i = 0; i < one.length; i++)
      other[i] += one[i]; // so that they have something in common
    assertThat(Embedding.of(one).cosine(Embedding.of(other)))
        .isCloseTo(cosine(one, other), within(0.01));
  }

  @Test
  void theLengthOfAVectorDoesNotMatter() {
    assertThat(Embedding.of(new float[] {0.1f, 0.2f, 0.2f}))
        .isEqualTo(Embedding.of(new float[] {100, 200, 200}));
  }

  @Test
  void theSameMeaningIsOneAndTheOppositeMinusOne() {
    var up = Embedding.of(new float[] {0.2f, 0.1f, -0.2f});
    assertThat(up.cosine(up)).isCloseTo(1, within(1e-9));
    assertThat(up.cosine(Embedding.of(new float[] {-0.2f, -0.1f, 0.2f})))
        .isCloseTo(-1, within(1e-9));
  }

  @Test
  void aVectorWithoutDirectionIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Embedding.of(new float[384]));
    assertThatIllegalArgumentException().isThrownBy(() -> Embedding.of(new float[] {Float.NaN, 1}));
  }

  @Test
  void severalLieTogetherWhereTheirWeightsPull() {
    var sum = new float[2];
    Embedding.of(new float[] {1, 0}).addTo(sum, 3);
    Embedding.of(new float[] {0, 1}).addTo(sum, 4);
    var together = Embedding.of(sum);
    assertThat(together.cosine(Embedding.of(new float[] {3, 4}))).isCloseTo(1, within(0.001));
  }

  @Test
  void embeddingsOfTwoModelsAreNotCompared() {
    var one = Embedding.of(new float[] {1, 0});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one.cosine(Embedding.of(new float[] {1, 0, 0})));
  }

  private static float[] vector(int dimensions) {
    var vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) vector[i] = (float) RANDOM.nextGaussian();
    return vector;
  }

  private static double cosine(float[] one, float[] other) {
    double dot = 0, a = 0, b = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * other[i];
      a += one[i] * one[i];
      b += other[i] * other[i];
    }
    return dot / Math.sqrt(a * b);
  }
}
