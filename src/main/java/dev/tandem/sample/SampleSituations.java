package dev.tandem.sample;

import dev.tandem.identity.UserId;
import dev.tandem.learning.Judgments;
import dev.tandem.recommendation.evaluation.JudgedSituations;
import dev.tandem.recommendation.evaluation.SituationFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** What the sample company's marketers measure rankings by. */
@Component
class SampleSituations {
  private static final UserId WRITER = new UserId("ingrid.solberg");

  private final JudgedSituations situations;

  SampleSituations(JudgedSituations situations) {
    this.situations = situations;
  }

  boolean begun() {
    return !situations.all().isEmpty();
  }

  /**
   * @param grades of these situations and of others, which are passed over
   * @return how many situations there are
   */
  int load(Path file, Path grades) throws IOException {
    var read = SituationFile.read(file);
    if (!read.problems().isEmpty()) throw new IOException(read.problems().getFirst());
    var judged = Judgments.parse(Files.readAllLines(grades)).grades();
    for (var situation : read.situations()) {
      situations.save(situation, WRITER);
      var own = judged.get(situation.id());
      if (own != null) situations.judge(situation.id(), own, WRITER);
    }
    return read.situations().size();
  }
}
