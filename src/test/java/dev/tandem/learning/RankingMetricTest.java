package dev.tandem.learning;

import static dev.tandem.learning.RankingMetric.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingMetricTest {
  private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 2, "c", 1, "d", 0);

  @Test
  void ndcgAgreesWithPenAndPaper() {
    // gains 2 0 3 at ranks 1 2 3: 2/1 + 0 + 3/2 = 3.5; ideal 3/1 + 2/1.58496 + 1/2 = 4.76186
    assertThat(NDCG_AT_5.of(List.of("b", "x", "a"), GRADES)).isCloseTo(0.73501, within(1e-5));
  }

  @Test
  void theIdealOrderIsWorthOne() {
    assertThat(NDCG_AT_5.of(List.of("a", "b", "c", "d"), GRADES)).isEqualTo(1);
  }

  @Test
  void whatComesTooLateCountsForNothing() {
    var late = List.of("x1", "x2", "x3", "x4", "x5", "a");
    assertThat(NDCG_AT_5.of(late, GRADES)).isZero();
    assertThat(SUCCESS_AT_5.of(late, GRADES)).isZero();
    // 3 / log2(7) against the ideal 4.76186
    assertThat(NDCG_AT_10.of(late, GRADES)).isCloseTo(0.22441, within(1e-5));
  }

  @Test
  void theIdealIsCutAtTheSameDepth() {
    var twelve =
        IntStream.range(0, 12)
            .boxed()
            .collect(java.util.stream.Collectors.toMap(i -> "r" + i, i -> 1));
    var five = List.of("r0", "r1", "r2", "r3", "r4");
    assertThat(NDCG_AT_5.of(five, twelve)).isEqualTo(1);
    assertThat(RECALL_AT_20.of(five, twelve)).isCloseTo(5 / 12.0, within(1e-12));
  }

  @Test
  void recallCountsEveryGradeAboveZero() {
    assertThat(RECALL_AT_20.of(List.of("c", "d", "a"), GRADES)).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void anAssetThatComesTwiceCountsOnce() {
    assertThat(RECALL_AT_20.of(List.of("a", "a", "a"), GRADES)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(NDCG_AT_5.of(List.of("a", "a"), GRADES))
        .isEqualTo(NDCG_AT_5.of(List.of("a"), GRADES));
  }

  @Test
  void anEmptyRankingIsWorthNothing() {
    for (var metric : values()) assertThat(metric.of(List.of(), GRADES)).isZero();
  }

  @Test
  void nothingIsMeasuredWhereNothingIsRelevant() {
    assertThatThrownBy(() -> NDCG_AT_5.of(List.of("d"), Map.of("d", 0)))
        .hasMessageContaining("no relevant asset");
  }
}
