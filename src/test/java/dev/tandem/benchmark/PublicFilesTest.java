package dev.tandem.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the formats of LETOR and of the Open Bandit Dataset. */
class PublicFilesTest {

  @Test
  void judgedQueriesAreReadWithTheirFeatures() {
    var letor =
        LetorFile.parse(
            List.of("2 qid:10 1:0.5 3:-1 # docid = GX029", "", "0 qid:10 2:4", "1 qid:11 1:1"));
    assertThat(letor.problems()).isEmpty();
    assertThat(letor.width()).isEqualTo(3);
    assertThat(letor.queries()).extracting(LetorFile.Query::id).containsExactly("10", "11");
    assertThat(letor.queries().getFirst().grades()).containsExactly(2, 0);
    assertThat(letor.queries().getFirst().rows()[0]).containsExactly(0.5, 0, -1);
    assertThat(letor.scaled().queries().getFirst().rows()[1]).containsExactly(0, 1, 1);
  }

  @Test
  void badLinesOfJudgedQueriesAreToldWithTheirNumber() {
    var letor =
        LetorFile.parse(
            List.of("1 qid:1 1:1", "1 query:1 1:1", "x qid:1 1:1", "7 qid:1 1:1", "1 qid:1 1:NaN"));
    assertThat(letor.queries().getFirst().grades()).hasSize(1);
    assertThat(letor.problems())
        .satisfiesExactly(
            second -> assertThat(second).startsWith("line 2: the second word must be qid:ID"),
            third -> assertThat(third).startsWith("line 3: "),
            fourth -> assertThat(fourth).isEqualTo("line 4: grades go from 0 to 4: 7"),
            fifth -> assertThat(fifth).isEqualTo("line 5: not a feature: 1:NaN"));
  }

  @Test
  void clicksAreSimulatedFromTheGradesAndFallWithThePosition() {
    var lines = new java.util.ArrayList<String>();
    for (int i = 0; i < 20; i++) lines.add((i < 4 ? 2 : 0) + " qid:1 1:" + (i < 4 ? 1 : 0));
    var letor = LetorFile.parse(lines);
    var log = LetorComparison.clicks(letor.width(), letor.queries(), 2000, 1);
    assertThat(used(log, 1, 1)).isGreaterThan(0.85);
    assertThat(used(log, 1, 0)).isBetween(0.02, 0.09);
    assertThat(used(log, 5, 1)).isBetween(0.1, 0.3);
    var score = new RowClickModel("ours", true, true).learn(log, 1);
    assertThat(score.applyAsDouble(new double[] {1}))
        .isGreaterThan(score.applyAsDouble(new double[] {0}));
  }

  private static double used(RowLog log, int position, double feature) {
    double used = 0;
    int shown = 0;
    for (var group : log.groups()) {
      if (group.rows()[position - 1][0] != feature) continue;
      shown++;
      used += group.grades()[position - 1];
    }
    return used / shown;
  }

  @Test
  void aBanditLogIsReadAndItsBadLinesAreTold(@TempDir Path folder) throws IOException {
    var file = folder.resolve("random.csv");
    Files.writeString(
        file,
        """
        timestamp,item_id,position,click,propensity_score,user_feature_0,user-item_affinity_7
        2019-11-24,7,1,1,0.5,abc,0.25
        2019-11-24,9,2,0,0.5,def,0.0
        2019-11-24,9,0,0,0.5,def,0.0
        2019-11-24,9,1,2,0.5,def,0.0
        2019-11-24,9,1,0,0,def,0.0
        2019-11-24,9,1,0
        """);
    var bandit = OpenBanditFile.read(file);
    assertThat(bandit.items()).containsExactly("7", "9");
    assertThat(bandit.log()).hasSize(2);
    assertThat(bandit.row(bandit.log().getFirst(), 0)).containsExactly(1, 0, 1, 0, 0.25);
    assertThat(bandit.row(bandit.log().getFirst(), 1)).containsExactly(0, 1, 1, 0, 0);
    assertThat(bandit.problems())
        .containsExactly(
            "line 4: positions count from 1: 0",
            "line 5: click is neither 0 nor 1: 2",
            "line 6: propensity_score outside (0, 1]: 0.0",
            "line 7: 4 cells instead of 7");
  }

  @Test
  void aBanditLogWithoutPropensitiesIsRefused(@TempDir Path folder) throws IOException {
    var file = folder.resolve("log.csv");
    Files.writeString(file, "item_id,position,click\n1,1,0\n");
    assertThatThrownBy(() -> OpenBanditFile.read(file))
        .hasMessageContaining("no column propensity_score");
  }

  @Test
  void aRankingIsWorthWhatItsItemsGotWhereChancePutThem(@TempDir Path folder) throws IOException {
    var file = folder.resolve("log.csv");
    var text = new StringBuilder("item_id,position,click,propensity_score\n");
    // a is clicked every time, b in one of four; each was shown by the toss of a coin
    for (int i = 0; i < 40; i++) text.append("a,1,1,0.5\n");
    for (int i = 0; i < 40; i++) text.append("b,1,").append(i % 4 == 0 ? 1 : 0).append(",0.5\n");
    Files.writeString(file, text.toString());
    var bandit = OpenBanditFile.read(file);
    var always = OpenBanditComparison.estimate(bandit, bandit.log(), row -> row[0]);
    assertThat(always.ips().mean()).isCloseTo(1, within(1e-9));
    assertThat(always.snips()).isCloseTo(1, within(1e-9));
    assertThat(always.matched()).isEqualTo(40);
    var other = OpenBanditComparison.estimate(bandit, bandit.log(), row -> row[1]);
    assertThat(other.ips().mean()).isCloseTo(0.25, within(1e-9));
  }
}
