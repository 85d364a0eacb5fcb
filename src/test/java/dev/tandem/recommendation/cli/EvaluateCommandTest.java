package dev.tandem.recommendation.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.learning.LinearPrior;
import dev.tandem.learning.RankingModel;
import dev.tandem.learning.RankingModels;
import dev.tandem.library.Assets;
import dev.tandem.library.NearCopies;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.SituationAnswers;
import dev.tandem.recommendation.SituationAnswers.Answer;
import dev.tandem.recommendation.Slate.Reason;
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
  private final Assets library = mock(Assets.class);
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
            "nDCG@5 +0\\.815 \\[0\\.631, 1\\.000\\] +0\\.000 \\[0\\.000, 0\\.000\\] +\\+0\\.815 \\[0\\.631, 1\\.000\\], p = 0\\.500 +2/0/0")
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
  void twoRankersAreComparedSituationBySituation() {
    when(engine.byBoth(any(), anyInt()))
        .thenAnswer(
            call ->
                call.<EvaluationSituation>getArgument(0).id().equals("S1")
                    ? List.of(new Answer("x", 2), new Answer("a", 1))
                    : List.of(new Answer("x", 1), new Answer("b", 0.5)));
    assertThat(run("--situations", situations + "", "--qrels", qrels + "", "--compare", "hybrid"))
        .isZero();
    assertThat(out.toString())
        .containsPattern("nDCG@10 +0\\.815 .* 0\\.631 .* \\+0\\.185 .* 1/0/1")
        .containsPattern("form: keywords \\(1\\) +1\\.000 .* 0\\.631 ")
        .containsPattern("form: deal without words \\(1\\) +0\\.631 ")
        .containsPattern("differ most \\(nDCG@10\\)\\RS1 +1\\.000 +0\\.631 +\\+0\\.369\\R");
  }

  @Test
  void machinesGetTheComparisonByKindAndBySituation() {
    run("--situations", situations + "", "--qrels", qrels + "", "--json");
    var json = JsonMapper.shared().readTree(out.toString());
    assertThat(json.at("/comparison/ranker").stringValue()).isEqualTo("text");
    assertThat(json.at("/comparison/gain/ndcg_at_10/p").doubleValue()).isEqualTo(0.5);
    assertThat(json.at("/comparison/gain/ndcg_at_10/better").intValue()).isEqualTo(2);
    assertThat(json.at("/kinds")).hasSize(2);
    assertThat(json.at("/kinds/0/grouping").stringValue()).isEqualTo("form");
    assertThat(json.at("/per_situation/0/situation").stringValue()).isEqualTo("S1");
    assertThat(json.at("/per_situation/0/comparison_ndcg_at_10").doubleValue()).isZero();
    assertThat(json.at("/not_in_library")).hasSize(2); // this library is empty
  }

  @Test
  void thePageSaysWhatCameWhatWasMissedAndWhyAndEscapesIt() throws IOException {
    var page = folder.resolve("report.html");
    Files.writeString(
        situations, "{\"id\":\"S1\",\"query\":\"<b>price</b>\",\"deal\":{\"notes\":\"R&D\"}}\n");
    Files.writeString(qrels, "S1 0 a 3\nS1 0 gone 2\n");
    doReturn(List.of(new Answer("a", 2, List.of(new Reason("stage_fit", "For <this> stage")))))
        .when(engine)
        .ranked(any(), any(), anyInt());
    assertThat(run("--situations", situations + "", "--qrels", qrels + "", "--report", page + ""))
        .isZero();
    assertThat(Files.readString(page))
        .contains("&lt;b&gt;price&lt;/b&gt;", "R&amp;D", "For &lt;this&gt; stage")
        .contains("title=\"grade 3 of 3\"")
        .containsPattern("(?s)Relevant, but not among the first 10: 1.*gone.*not in the library")
        .doesNotContain("<b>price", "http://", "https://", "<script");
  }

  @Test
  void aCollectionInTheBeirLayoutIsMeasuredByItsTestHalf() throws IOException {
    var beir = folder.resolve("beir");
    Files.createDirectories(beir.resolve("qrels"));
    Files.writeString(
        beir.resolve("queries.jsonl"),
        """
        {"_id": "S1", "text": "price", "metadata": {}}
        {"_id": "train-1", "text": "of another half"}
        """);
    Files.writeString(
        beir.resolve("qrels/test.tsv"), "query-id\tcorpus-id\tscore\nS1\ta\t2\nS1\tc\t1\n");
    assertThat(run("--beir", beir + "", "--ranker", "prior")).isZero();
    assertThat(out.toString())
        .contains("1 situations answered, 1 of them judged and measured")
        .containsPattern("nDCG@10 +1\\.000");
  }

  @Test
  void badLinesOfACollectionAreNamed() throws IOException {
    var beir = folder.resolve("beir");
    Files.createDirectories(beir.resolve("qrels"));
    Files.writeString(beir.resolve("queries.jsonl"), "{\"_id\": \"S1\"}\nnot json\n");
    Files.writeString(
        beir.resolve("qrels/test.tsv"),
        "query-id\tcorpus-id\tscore\nS1\ta\nS1\ta\tgood\nS1\tb\t7\n");
    assertThat(run("--beir", beir + "")).isEqualTo(1);
    assertThat(err.toString())
        .contains("queries.jsonl, line 1: expected an object with _id and text")
        .contains("queries.jsonl, line 2: ")
        .contains("test.tsv, line 2: expected query-id, corpus-id and score between tabs")
        .contains("test.tsv, line 3: the score is no whole number: good")
        .contains("test.tsv, line 4: scores from 0 to 3 can be measured, not 7")
        .contains("Nothing evaluated");
  }

  @Test
  void eitherSituationsOrACollectionAreAsked() {
    assertThat(run("--qrels", qrels + "")).isEqualTo(2);
    assertThat(run("--situations", situations + "", "--beir", folder + "")).isEqualTo(2);
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
        situations,
        "{\"id\":\"S1\",\"kind\":\"price\",\"split\":\"dev\",\"deal\":{\"colour\":\"red\"}}\n");
    assertThat(run("--situations", situations + "")).isZero();
    assertThat(err.toString())
        .contains("line 1: unknown key split")
        .contains("line 1: unknown key deal.colour")
        .doesNotContain("kind");
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
      if (type == Assets.class) return type.cast(library);
      if (type == NearCopies.class) return type.cast(mock(NearCopies.class));
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
