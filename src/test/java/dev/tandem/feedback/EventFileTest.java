package dev.tandem.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(TestDatabase.class)
class EventFileTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final String GOOD =
      """
      {"key":"1","type":"slate_served","at":"2026-11-01T09:00:00+01:00","slate":"s","surface":"deal","rep":"rita","deal":"D1","query":null,"model":"prior","items":[{"asset":"a","position":1,"score":2.5,"selection_probability":1}]}
      {"key":"2","type":"impression","at":"2026-11-01T08:00:01Z","slate":"s","asset":"a"}
      {"key":"3","type":"share","at":"2026-11-01T08:00:05Z","share":"x","rep":"rita","asset":"a","deal":"D1","slate":"s"}
      {"key":"4","type":"buyer_view","at":"2026-11-01T12:00:05Z","share":"x","asset":"a","page":2,"seconds":31,"visitor":"v"}
      {"key":"5","type":"rating","at":"2026-11-01T12:00:05Z","rep":"rita","asset":"a","value":"helpful"}
      """;

  private final JdbcFeedbackLog log;
  private final EventFile files;
  @TempDir private Path folder = Path.of("");

  EventFileTest(JdbcClient jdbc) {
    jdbc.sql("truncate feedback_event").update();
    log = new JdbcFeedbackLog(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
    files = new EventFile(log);
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void importingAgainChangesNothing() throws IOException {
    var file = Files.writeString(folder.resolve("events.jsonl"), "\ufeff" + GOOD + "\n");
    assertThat(files.read(file, lines -> {}).accepted()).isEqualTo(5);
    var again = files.read(file, lines -> {});
    assertThat(again.accepted()).isZero();
    assertThat(again.repeated()).isEqualTo(5);
  }

  @Test
  void everyLineThatIsNoEventIsReportedAndTheRestTaken() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("events.jsonl"),
            """
            {"key":"1","type":"impression","at":"2026-11-01T08:00:01Z","slate":"s","asset":"a","colour":"red"}
            {"key":"2","type":"impression"
            [1,2]
            {"key":"3","type":"glance","at":"2026-11-01T08:00:01Z"}
            {"key":"4","type":"impression","at":"yesterday","slate":"s","asset":"a"}
            {"key":"5","type":"open","at":"2026-11-01T08:00:01Z","asset":"a"}
            {"key":"6","type":"buyer_view","at":"2026-11-01T08:00:01Z","share":"s","asset":"a","seconds":"long","visitor":"v"}
            {"key":"7","type":"slate_served","at":"2026-11-01T08:00:01Z","slate":"s","surface":"deal","rep":"r","model":"m","items":[{"asset":"a","position":0,"score":1,"selection_probability":1}]}
            {"key":"8","type":"open","at":"2026-11-01T08:00:01Z","rep":"r","asset":"../etc"}
            {"key":"9","type":"dismissal","at":"2026-11-01T08:00:01Z","rep":"r","slate":"s","asset":"a","reason":"\\u0000"}

            {"key":"10","type":"open","at":"2026-11-01T08:00:01Z","rep":"r","asset":"a"}
            """);
    var report = files.read(file, lines -> {});
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.ignored()).containsEntry("colour", 1L);
    assertThat(report.problems())
        .extracting(EventFile.LineProblem::line)
        .containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    assertThat(report.problems().get(2).problem()).startsWith("type: 'glance' is none of");
    assertThat(report.problems().get(4).problem()).isEqualTo("rep: missing");
    assertThat(report.problems().get(6).problem()).startsWith("items[0]");
  }

  @Test
  void whatWasExportedCompressedCanBeImportedElsewhere() throws IOException {
    files.read(Files.writeString(folder.resolve("events.jsonl"), GOOD), lines -> {});
    var before = log.after(0, 10);
    var exported = folder.resolve("out.jsonl.gz");
    assertThat(files.write(exported, lines -> {})).isEqualTo(5);
    assertThat(files.read(exported, lines -> {}).repeated()).isEqualTo(5);
    assertThat(log.after(0, 10)).isEqualTo(before);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("events.jsonl", "out.jsonl.gz");
  }
}
