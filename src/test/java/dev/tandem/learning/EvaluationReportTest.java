package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
  private static final Judgments JUDGMENTS =
      Judgments.parse(List.of("S1 0 a 3", "S2 0 b 1", "S3 0 c 0", "S9 0 a 1"));

  @Test
  void onlyJudgedSituationsAreAveragedAndTheOthersAreNamed() {
    var rankings = new LinkedHashMap<String, List<String>>();
    rankings.put("S1", List.of("a"));
    rankings.put("S2", List.of("x", "b"));
    rankings.put("S3", List.of("c"));
    rankings.put("S4", List.of("a"));
    var report = EvaluationReport.of(rankings, JUDGMENTS);
    assertThat(report.evaluated()).containsExactly("S1", "S2");
    assertThat(report.notJudged()).containsExactly("S4");
    assertThat(report.nothingRelevant()).containsExactly("S3");
    assertThat(report.notAnswered()).containsExactly("S9");
    // 1 for S1, 1 / log2(3) = 0.63093 for S2
    assertThat(report.mean(RankingMetric.NDCG_AT_5).mean()).isCloseTo(0.81546, within(1e-5));
  }

  @Test
  void theGainIsTakenPairByPair() {
    var good = new LinkedHashMap<String, List<String>>();
    good.put("S1", List.of("a"));
    good.put("S2", List.of("b"));
    var poor = new LinkedHashMap<String, List<String>>();
    poor.put("S1", List.of("a"));
    poor.put("S2", List.of());
    var gain =
        EvaluationReport.of(good, JUDGMENTS)
            .differenceFrom(EvaluationReport.of(poor, JUDGMENTS), RankingMetric.SUCCESS_AT_5);
    assertThat(gain.mean().mean()).isEqualTo(0.5);
    assertThat(gain.better()).isEqualTo(1);
    assertThat(gain.equal()).isEqualTo(1);
    assertThat(gain.worse()).isZero();
    assertThat(gain.pValue()).isEqualTo(1); // one difference alone says nothing
  }

  @Test
  void figuresOfSomeSituationsAreTheirOwn() {
    var rankings = new LinkedHashMap<String, List<String>>();
    rankings.put("S1", List.of("a"));
    rankings.put("S2", List.of("x", "b"));
    var report = EvaluationReport.of(rankings, JUDGMENTS).among(Set.of("S2"));
    assertThat(report.evaluated()).containsExactly("S2");
    assertThat(report.value("S2", RankingMetric.NDCG_AT_5)).isCloseTo(0.63093, within(1e-5));
  }
}
