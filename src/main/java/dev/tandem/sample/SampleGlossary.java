package dev.tandem.sample;

import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.Glossary;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.PastGlossary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the sample company's teams call things, with the versions before. */
@Component
class SampleGlossary {
  private final PastGlossary past;
  private final Glossary glossary;

  SampleGlossary(PastGlossary past, Glossary glossary) {
    this.past = past;
    this.glossary = glossary;
  }

  /** Whether there is a word, also one that is not used any more. */
  boolean begun() {
    return !glossary.changed(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z")).isEmpty();
  }

  /**
   * @param file one version of a word a line, the oldest first
   * @param shiftDays by how many days everything is moved
   * @return how many versions there are
   */
  int load(Path file, int shiftDays) throws IOException {
    int versions = 0;
    for (var line : Files.readAllLines(file)) {
      if (line.isBlank()) continue;
      var word = JsonMapper.shared().readTree(line);
      var at = Instant.parse(text(word, "at")).plus(shiftDays, ChronoUnit.DAYS);
      past.at(at)
          .define(
              text(word, "term"),
              text(word, "definition"),
              names(word),
              stage(word),
              new UserId(text(word, "by")));
      versions++;
    }
    return versions;
  }

  private static List<String> names(JsonNode word) {
    return word.required("synonyms").valueStream().map(JsonNode::stringValue).toList();
  }

  private static @Nullable JourneyStage stage(JsonNode word) throws IOException {
    if (!word.has("stage")) return null;
    var stage = text(word, "stage");
    return JourneyStage.parse(stage)
        .orElseThrow(() -> new IOException("no stage of the buyer's journey: " + stage));
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).stringValue();
  }
}
