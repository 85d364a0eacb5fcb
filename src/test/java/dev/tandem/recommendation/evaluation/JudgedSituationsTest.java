package dev.tandem.recommendation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.identity.UserId;
import dev.tandem.recommendation.DescribedDeal;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class JudgedSituationsTest {
  private static final UserId INGRID = new UserId("ingrid");
  private static final DescribedDeal DEAL =
      new DescribedDeal(
          "Retail", null, null, null, List.of("CFO"), "decision", null, null, null, "R&D \"asks\"");

  private final JdbcClient jdbc;
  private final JudgedSituations situations;

  JudgedSituationsTest(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.situations = new JdbcJudgedSituations(jdbc, Clock.systemUTC());
  }

  @BeforeEach
  void startEmpty() {
    jdbc.sql("delete from recommendation_situation").update();
  }

  @Test
  void aSituationComesBackAsItWasWritten() {
    var kept = situations.add("price", DEAL, "pricing", INGRID);
    assertThat(situations.all()).containsExactly(kept);
    assertThat(situations.find(kept.id())).contains(kept);
    assertThat(kept.deal()).isEqualTo(DEAL);
  }

  @Test
  void aNewSituationNeverTakesTheIdOfOneFromAFile() {
    var first = situations.add("price", DescribedDeal.NOTHING, null, INGRID);
    long number = Long.parseLong(first.id().substring(1));
    var fromFile =
        new EvaluationSituation("S" + (number + 1), "theirs", DescribedDeal.NOTHING, null);
    situations.save(fromFile, INGRID);
    var next = situations.add("mine", DescribedDeal.NOTHING, null, INGRID);
    assertThat(next.id()).isEqualTo("S" + (number + 2));
    assertThat(situations.find(fromFile.id())).contains(fromFile);
  }

  @Test
  void aGradeCanBeChangedAndTakenBack() {
    var kept = situations.add("price", DEAL, null, INGRID);
    situations.judge(kept.id(), "a", 3, INGRID);
    situations.judge(kept.id(), "a", 1, INGRID);
    situations.judge(kept.id(), "b", 0, INGRID);
    assertThat(situations.judgments().of(kept.id())).isEqualTo(Map.of("a", 1, "b", 0));
    situations.judge(kept.id(), "a", null, INGRID);
    assertThat(situations.judgments().of(kept.id())).isEqualTo(Map.of("b", 0));
    assertThatThrownBy(() -> situations.judge(kept.id(), "a", 4, INGRID))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void editingKeepsTheGradesAndDeletingTakesThemAlong() {
    var kept = situations.add("price", DEAL, null, INGRID);
    situations.judge(kept.id(), "a", 3, INGRID);
    situations.save(new EvaluationSituation(kept.id(), "prices", DEAL, null), INGRID);
    assertThat(situations.judgments().of(kept.id())).containsEntry("a", 3);
    situations.delete(kept.id());
    assertThat(situations.all()).isEmpty();
    assertThat(situations.judgments().situations()).isEmpty();
  }

  @Test
  void theFilesOfAnExportAreThoseThatEvaluateReads(@TempDir Path folder) throws Exception {
    var kept = situations.add("price", DEAL, "pricing", INGRID);
    situations.judge(kept.id(), "a", 3, INGRID);
    var file =
        Files.writeString(folder.resolve("s.jsonl"), SituationFiles.situations(situations.all()));
    assertThat(SituationFile.read(file).situations()).containsExactly(kept);
    assertThat(SituationFile.read(file).unknownKeys()).isEmpty();
    assertThat(SituationFiles.qrels(situations.judgments())).isEqualTo(kept.id() + " 0 a 3\n");
  }
}
