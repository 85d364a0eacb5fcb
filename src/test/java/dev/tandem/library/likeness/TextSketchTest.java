package dev.tandem.library.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSketchTest {
  private static List<String> words(long seed, int count) {
    var random = new Random(seed);
    var words = new ArrayList<String>();
    for (int i = 0; i < count; i++) words.add("w" + random.nextInt(5_000));
    return words;
  }

  private static Phrases phrases(List<String> words) {
    return Phrases.of(String.join(" ", words));
  }

  @Test
  void theSketchEstimatesWhatCountingFinds() {
    var text = words(1, 2_000);
    for (int changed : new int[] {10, 40, 100}) {
      var edited = new ArrayList<>(text);
      for (int i = 0; i < changed; i++) edited.set(i * 2_000 / changed, "new" + i);
      double counted = phrases(text).resemblance(phrases(edited));
      double estimated = TextSketch.of(phrases(text)).resemblance(TextSketch.of(phrases(edited)));
      assertThat(counted).isBetween(0.5, 0.99);
      assertThat(estimated).isCloseTo(counted, within(0.15)); // three standard errors and a half
    }
  }

  @Test
  void caseLineBreaksAndPunctuationChangeNothing() {
    assertThat(
            Phrases.of("One two three, four five six.")
                .resemblance(Phrases.of("one TWO\nthree four – five six")))
        .isEqualTo(1);
  }

  @Test
  void otherTextsOfTheSameWordsAreNotAlike() {
    var one = words(1, 1_000);
    var other = new ArrayList<>(one);
    java.util.Collections.shuffle(other, new Random(2));
    assertThat(phrases(one).resemblance(phrases(other))).isLessThan(0.01);
    assertThat(TextSketch.of(phrases(one)).resemblance(TextSketch.of(phrases(other))))
        .isLessThan(0.1);
  }

  @Test
  void aShortTextTellsNothing() {
    var sketch = TextSketch.of(phrases(words(1, 30)));
    assertThat(sketch.tells()).isFalse();
    assertThat(sketch.resemblance(sketch)).isZero();
  }

  @Test
  void aSketchComesBackFromItsBytes() {
    var sketch = TextSketch.of(phrases(words(1, 300)));
    assertThat(TextSketch.of(sketch.bytes()).resemblance(sketch)).isEqualTo(1);
    assertThat(TextSketch.of(new byte[7]).tells()).isFalse();
  }
}
