package dev.tandem.sampledata;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleJudgmentsTest {
  private static final Path FOLDER = Path.of("training-data");

  private record Judgment(String situation, String asset, int grade) {}

  @Test
  void committedFilesAreWhatTheSourceSays() throws IOException {
    for (var file : SampleGenerator.situations(FOLDER).entrySet())
      assertThat(Files.readString(FOLDER.resolve(file.getKey())))
          .as("%s differs: run SampleGenerator", file.getKey())
          .isEqualTo(new String(file.getValue(), StandardCharsets.UTF_8));
  }

  @Test
  void sixtySituationsOfThreeKindsAreSplitInHalves() throws IOException {
    var all = situations("situations.jsonl");
    assertThat(all).hasSize(60);
    assertThat(ids(all)).doesNotHaveDuplicates();
    var dev = ids(situations("situations_dev.jsonl"));
    var test = ids(situations("situations_test.jsonl"));
    assertThat(dev).hasSize(30).doesNotContainAnyElementsOf(test);
    assertThat(test).hasSize(30);
    var wordless = all.stream().filter(one -> one.get("query").stringValue().isEmpty()).toList();
    assertThat(wordless).hasSize(18).allMatch(one -> one.has("deal"));
    var sentences =
        all.stream().filter(one -> one.get("query").stringValue().split(" ").length > 5).toList();
    assertThat(sentences).hasSize(18);
  }

  @Test
  void everyJudgmentIsAboutAnAssetAndASituationThatExist() throws IOException {
    var assets = Catalogue.read(FOLDER.resolve("sources")).byId();
    var situations = ids(situations("situations.jsonl"));
    assertThat(judgments())
        .allSatisfy(
            judgment -> {
              assertThat(assets).containsKey(judgment.asset());
              assertThat(situations).contains(judgment.situation());
              assertThat(judgment.grade()).isBetween(0, 3);
            });
  }

  @Test
  void eachSituationHasRightAndWrongAnswers() throws IOException {
    var bySituation = judgments().stream().collect(groupingBy(Judgment::situation));
    assertThat(bySituation).hasSize(60);
    bySituation.forEach(
        (situation, judged) -> {
          assertThat(judged).as(situation).hasSizeBetween(6, 15);
          assertThat(judged).as(situation).anyMatch(one -> one.grade() == 3);
          assertThat(judged).as(situation).anyMatch(one -> one.grade() == 0);
        });
  }

  @Test
  void whatCannotBeOfferedTodayIsNeverRight() throws IOException {
    var catalogue = Catalogue.read(FOLDER.resolve("sources"));
    assertThat(judgments().stream().filter(one -> one.grade() > 0).map(Judgment::asset).distinct())
        .allSatisfy(
            id -> {
              var asset = catalogue.asset(id);
              assertThat(asset.status()).as(id).isEqualTo("published");
              assertThat(asset.expiresOn().filter(SampleGenerator.ANCHOR::isAfter))
                  .as(id)
                  .isEmpty();
            });
  }

  private static List<JsonNode> situations(String file) throws IOException {
    var situations = new ArrayList<JsonNode>();
    for (var line : Files.readAllLines(FOLDER.resolve(file)))
      situations.add(JsonMapper.shared().readTree(line));
    return situations;
  }

  private static List<String> ids(List<JsonNode> situations) {
    return situations.stream().map(one -> one.get("id").stringValue()).toList();
  }

  private static List<Judgment> judgments() throws IOException {
    return Files.readAllLines(FOLDER.resolve("qrels.txt")).stream()
        .map(line -> line.split(" "))
        .map(cells -> new Judgment(cells[0], cells[2], Integer.parseInt(cells[3])))
        .toList();
  }
}
