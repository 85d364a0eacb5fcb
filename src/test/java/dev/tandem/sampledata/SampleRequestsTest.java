package dev.tandem.sampledata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.taxonomy.ContentType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleRequestsTest {
  private static final Path FOLDER = Path.of("training-data");

  @Test
  void committedOwnersAndRequestsAreWhatTheSourcesSay() throws IOException {
    for (var file : SampleGenerator.requests(FOLDER).entrySet())
      assertThat(Files.readString(FOLDER.resolve(file.getKey())))
          .as("%s differs: run SampleGenerator, see training-data/README.md", file.getKey())
          .isEqualTo(new String(file.getValue(), StandardCharsets.UTF_8));
  }

  @Test
  void whoAsksOwnsTheDealAndAsksForAKindOfContentThatExists() throws IOException {
    var deals = new HashMap<String, CSVRecord>();
    for (var row : rows("deals.csv")) deals.put(row.get("id"), row);
    for (var request : requests().values()) {
      var deal = deals.get(text(request, "deal"));
      assertThat(deal).as(text(request, "id")).isNotNull();
      assertThat(deal.get("owner")).as(text(request, "id")).isEqualTo(text(request, "by"));
      assertThat(LocalDate.parse(deal.get("created_on"))).isBeforeOrEqualTo(day(request));
      if (request.has("kind")) assertThat(ContentType.parse(text(request, "kind"))).isPresent();
    }
  }

  @Test
  void stepsFollowEachOtherAndDeliverWhatWasPublishedMeanwhile() throws IOException {
    var assets = Catalogue.read(FOLDER.resolve("sources")).byId();
    var requests = requests();
    for (var request : requests.values()) {
      var last = Instant.parse(text(request, "at"));
      for (var step : request.get("steps")) {
        var at = Instant.parse(text(step, "at"));
        assertThat(at).as(text(request, "id")).isAfter(last);
        last = at;
        if (step.has("asset"))
          assertThat(assets.get(text(step, "asset")).publishedOn().orElseThrow())
              .as(text(request, "id"))
              .isBetween(day(request), day(step));
        if (step.has("into")) assertThat(requests).containsKey(text(step, "into"));
      }
      assertThat(last.atOffset(ZoneOffset.UTC).toLocalDate()).isBefore(SampleGenerator.ANCHOR);
    }
  }

  @Test
  void everyKindOfContentHasAnOwner() throws IOException {
    var rules = new HashSet<String>();
    for (var row : rows("owners.csv")) {
      assertThat(rules.add(row.get("type") + "×" + row.get("product"))).isTrue();
      if (!row.get("type").isEmpty()) assertThat(ContentType.parse(row.get("type"))).isPresent();
    }
    assertThat(rules).contains("×");
  }

  private static Map<String, JsonNode> requests() throws IOException {
    var found = new HashMap<String, JsonNode>();
    for (var line : Files.readAllLines(FOLDER.resolve("requests.jsonl"))) {
      var request = JsonMapper.shared().readTree(line);
      assertThat(found.put(text(request, "id"), request)).isNull();
    }
    return found;
  }

  private static LocalDate day(JsonNode at) {
    return Instant.parse(text(at, "at")).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).stringValue();
  }

  private static Iterable<CSVRecord> rows(String file) throws IOException {
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(FOLDER.resolve(file))) {
      return format.parse(reader).getRecords();
    }
  }
}
