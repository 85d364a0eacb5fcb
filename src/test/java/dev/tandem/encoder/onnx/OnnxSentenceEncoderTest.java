package dev.tandem.encoder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.SentenceEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model that ships, as it is. */
class OnnxSentenceEncoderTest {
  @TempDir private static Path folder;
  private static OnnxSentenceEncoder encoder;

  @BeforeAll
  static void load() {
    encoder = new OnnxSentenceEncoder(folder, true);
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @ParameterizedTest(name = "“{0}” is nearer to “{1}” than to “{2}”")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          how much does it cost               | Plans and prices for teams           | Our security certificates
          the buyer fears a long changeover   | Migrate from your old system in days | Ten tips for better newsletters
          is patient data protected           | Privacy and security in healthcare   | Customer story: a furniture chain
          they already use a competitor       | How we compare with the alternatives | Release notes of version 4.2
          """)
  void otherWordsForTheSameNeedAreNear(String need, String near, String far) {
    var asked = encoder.query(need).orElseThrow();
    assertThat(asked.cosine(passage(near))).isGreaterThan(asked.cosine(passage(far)));
  }

  @Test
  void theSameTextAlwaysMeansTheSame() {
    var once = passage("Migrate in days");
    passage("something quite different in between");
    assertThat(passage("Migrate in days")).isEqualTo(once);
    assertThat(once.dimensions()).isEqualTo(encoder.dimensions());
  }

  @Test
  void ofATextThatIsTooLongTheBeginningCounts() {
    var page = "Prices and plans for large teams. ".repeat(60);
    assertThat(passage(page + "word ".repeat(50_000)).cosine(passage(page))).isGreaterThan(0.95);
  }

  @Test
  void whatSaysNothingMeansNothing() {
    assertThat(encoder.query("  ")).isEmpty();
    assertThat(encoder.passage("\n")).isEmpty();
    assertThat(encoder.query("😀 ☃ \u0000")).isPresent();
  }

  @Test
  void switchedOffItEncodesNothing() {
    SentenceEncoder off = new OnnxSentenceEncoder(folder, false);
    assertThat(off.available()).isFalse();
    assertThat(off.query("prices")).isEmpty();
    assertThat(off.passage("prices")).isEmpty();
  }

  @Test
  void whereTheModelCannotBeLoadedItIsSaidOnceAndNothingIsEncoded() {
    var broken =
        new OnnxSentenceEncoder(
            folder,
            true,
            place -> {
              throw new UnsatisfiedLinkError("no engine");
            });
    assertThat(broken.fault()).isEmpty();
    assertThat(broken.passage("prices")).isEmpty();
    assertThat(broken.available()).isFalse();
    assertThat(broken.fault()).hasValueSatisfying(said -> assertThat(said).contains("words alone"));
    assertThat(encoder.fault()).isEmpty();
  }

  @Test
  void aStopWaitsForTheTextThatIsBeingRead() throws Exception {
    var stopped = new OnnxSentenceEncoder(folder, true);
    assertThat(stopped.passage("loaded")).isPresent();
    var reading = new CountDownLatch(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      Callable<Boolean> untilStopped =
          () -> {
            reading.countDown();
            while (stopped.passage("a long page about prices ".repeat(80)).isPresent()) {}
            return true;
          };
      var both = List.of(threads.submit(untilStopped), threads.submit(untilStopped));
      reading.await();
      stopped.close();
      for (var one : both) assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static Embedding passage(String text) {
    return encoder.passage(text).orElseThrow();
  }
}
