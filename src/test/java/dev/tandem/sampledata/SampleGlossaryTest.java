package dev.tandem.sampledata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.taxonomy.JourneyStage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleGlossaryTest {
  private static final Path FOLDER = Path.of("training-data");

  @Test
  void committedWordsAreWhatTheSourcesSay() throws IOException {
    for (var file : SampleGenerator.glossary(FOLDER).entrySet())
      assertThat(Files.readString(FOLDER.resolve(file.getKey())))
          .as("%s differs: run SampleGenerator, see training-data/README.md", file.getKey())
          .isEqualTo(new String(file.getValue(), StandardCharsets.UTF_8));
  }

  @Test
  void versionsFollowEachOtherAndNoNameBelongsToTwoWords() throws IOException {
    var last = Instant.EPOCH;
    var wordOf = new HashMap<String, String>();
    for (var line : Files.readAllLines(FOLDER.resolve("glossary.jsonl"))) {
      var word = JsonMapper.shared().readTree(line);
      var at = Instant.parse(text(word, "at"));
      var term = text(word, "term");
      assertThat(at).as(line).isAfter(last);
      assertThat(at.atOffset(ZoneOffset.UTC).toLocalDate()).isBefore(SampleGenerator.ANCHOR);
      if (word.has("stage")) assertThat(JourneyStage.parse(text(word, "stage"))).isPresent();
      assertThat(wordOf.merge(key(term), term, (one, other) -> one)).isEqualTo(term);
      for (var name : word.required("synonyms"))
        assertThat(wordOf.merge(key(name.stringValue()), term, (one, other) -> one))
            .isEqualTo(term);
      last = at;
    }
  }

  /** The figures of the sample company would be others otherwise. */
  @Test
  void noWordGivesAnotherMeaningToAStageOfTheSamplesDeals() throws IOException {
    var stages = new HashSet<String>();
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(FOLDER.resolve("stage_history.csv"));
        var rows = format.parse(reader)) {
      for (var row : rows) stages.add(key(row.get("sales_stage")));
    }
    for (var line : Files.readAllLines(FOLDER.resolve("glossary.jsonl"))) {
      var word = JsonMapper.shared().readTree(line);
      if (word.has("stage")) assertThat(stages).doesNotContain(key(text(word, "term")));
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).stringValue();
  }
}
