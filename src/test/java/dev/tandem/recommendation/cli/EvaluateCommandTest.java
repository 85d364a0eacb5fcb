package dev.tandem.recommendation.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.RankingModels;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.SituationAnswers;
import dev.tandem.recommendation.SituationAnswers.Answer;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.PendingWork;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

class EvaluateCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final SituationAnswers engine = mock(SituationAnswers.class);
  private Path situations;
  private Path qrels;

  @BeforeEach
  void files() throws IOException {
    situations = folder.resolve("situations.jsonl");
    Files.writeString(
        situations,
        """
        {"id":"S1","query":"price"}

        {"id":"S2","deal":{"stage":"decision","persona":"CFO","products":"Dispatch"}}
        {"id":"S3","query":"unjudged"}
        """);
    qrels = folder.resolve("qrels.txt");
    Files.writeString(qrels, "S1 0 a 3\nS2 0 b 1\nS9 0 a 2\n");
    when(engine.ranked(any(), any(), anyInt()))
        .thenAnswer(
            call ->
                call.<EvaluationSituation>getArgument(0).id().equals("S1")
                    ? List.of(new Answer("a", 2.5), new Answer("c", 2.5))
                    : List.of(new Answer("x", 1), new Answer("b", 3)));
    when(engine.byText(any(), anyInt())).thenReturn(List.of(new Answer("x", 1)));
  }

  private int run(String... arguments) {
    return new CommandLine(new EvaluateCommand(new Runtime()))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void judgedSituationsAreMeasuredBesideTextSearchAndTheOthersNamed() {
    assertThat(run("--situations", situations + "", "--qrels", qrels + "")).isZero();
    assertThat(out.toString())
        .contains("3 situations answered, 2 of them judged and measured (ranker: prior)")
        .contains("1 answered, but not judged and so not averaged: S3")
        .contains("1 judged, but not among the situations: S9")
        .containsPattern(
            "nDCG@5 +0\\.815 \\[0\\.631, 1\\.000\\] +0\\.000 \\[0\\.000, 0\\.000\\] +0\\.815")
        .containsPattern("recall@20 +1\\.000")
        .containsPattern("success@5 +1\\.000");
  }

  @Test
  void machinesGetTheSameNumbers() {
    assertThat(run("--situations", situations + "", "--qrels", qrels + "", "--json")).isZero();
    var json = JsonMapper.shared().readTree(out.toString());
    assertThat(json.at("/ranker").stringValue()).isEqualTo("prior");
    assertThat(json.at("/measured").intValue()).isEqualTo(2);
    assertThat(json.at("/metrics/ndcg_at_5/mean").doubleValue()).isBetween(0.815, 0.816);
    assertThat(json.at("/metrics/ndcg_at_5/low").doubleValue()).isBetween(0.63, 0.632);
    assertThat(json.at("/text_alone/success_at_5/mean").doubleValue()).isZero();
    assertThat(json.at("/gain/success_at_5/mean").doubleValue()).isEqualTo(1);
    assertThat(json.at("/not_judged/0").stringValue()).isEqualTo("S3");
  }

  @Test
  void theRunKeepsItsOrderWhenSortedByScore() throws IOException {
    var file = folder.resolve("out.trec");
    assertThat(run("--situations", situations + "", "--run", file + "")).isZero();
    assertThat(Files.readAllLines(file))
        .startsWith(
            "S1 Q0 a 1 2.500000 tandem",
            "S1 Q0 c 2 2.499999 tandem",
            "S2 Q0 x 1 1.000000 tandem",
            "S2 Q0 b 2 0.999999 tandem");
  }

  @Test
  void textAloneCanBeMeasuredOnItsOwn() {
    run("--situations", situations + "", "--qrels", qrels + "", "--ranker", "text");
    assertThat(out.toString()).contains("ranker: text").doesNotContain("gain");
  }

  @Test
  void badLinesAreNamedAndNothingIsEvaluated() throws IOException {
    Files.writeString(
        situations,
        """
        {"id":"S1","query":"price"}
        {"id":"S1"}
        {"query":"no id"}
        {"id":"S4", "deal": "none"}
        not json
        {"id":"with space"}
        """);
    assertThat(run("--situations", situations + "")).isEqualTo(1);
    assertThat(err.toString())
        .contains("line 2: the id S1 stands in line 1 already")
        .contains("line 3: no id")
        .contains("line 4: deal: expected an object")
        .contains("line 5: ")
        .contains("line 6: an id must not be empty or hold spaces");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void unknownKeysAreNamedAndPassedOver() throws IOException {
    Files.writeString(
        situations, "{\"id\":\"S1\",\"split\":\"dev\",\"deal\":{\"colour\":\"red\"}}\n");
    assertThat(run("--situations", situations + "")).isZero();
    assertThat(err.toString())
        .contains("line 1: unknown key split")
        .contains("line 1: unknown key deal.colour");
  }

  @Test
  void aLearnedRankerThatDoesNotExistIsSaidSo() {
    assertThat(run("--situations", situations + "", "--ranker", "learned")).isEqualTo(1);
    assertThat(err.toString()).contains("No learned model was promoted yet");
  }

  @Test
  void aBadJudgmentIsNamedWithFileAndLine() throws IOException {
    Files.writeString(qrels, "S1 0 a 3\nS1 0 b good\n");
    var line = new CommandLine(new EvaluateCommand(new Runtime()));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          err.write(String.valueOf(failure.getMessage()));
          return 1;
        });
    assertThat(line.execute("--situations", situations + "", "--qrels", qrels + "")).isEqualTo(1);
    assertThat(err.toString()).contains("qrels.txt, line 2").contains("no whole number: good");
  }

  @Test
  void depthHasItsLimits() {
    assertThat(run("--situations", situations + "", "--depth", "0")).isEqualTo(2);
    assertThat(run("--situations", situations + "", "--depth", "101")).isEqualTo(2);
  }

  @Test
  void aMissingFileIsNamed() {
    var line = new CommandLine(new EvaluateCommand(new Runtime()));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          err.write(String.valueOf(failure.getMessage()));
          return 1;
        });
    assertThat(line.execute("--situations", folder.resolve("none.jsonl") + "")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no file").contains("none.jsonl");
  }

  private final class Runtime implements CommandRuntime {
    private final PrintWriter outWriter = new PrintWriter(out, true);
    private final PrintWriter errWriter = new PrintWriter(err, true);

    @Override
    public <T> T get(Class<T> type) {
      if (type == SituationAnswers.class) return type.cast(engine);
      if (type == RankingModels.class) return type.cast(new PriorOnly());
      if (type == PendingWork.class) return type.cast(mock(PendingWork.class));
      throw new IllegalArgumentException("not expected: " + type);
    }

    @Override
    public PrintWriter out() {
      return outWriter;
    }

    @Override
    public PrintWriter err() {
      return errWriter;
    }
  }

  private static final class PriorOnly implements RankingModels {
    @Override
    public RankingModel prior() {
      return new LinearPrior();
    }

    @Override
    public Optional<RankingModel> learned() {
      return Optional.empty();
    }
  }
}
