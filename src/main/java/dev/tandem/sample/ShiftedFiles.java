package dev.tandem.sample;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Copies of the sample's tables with every date moved; gone when closed. */
final class ShiftedFiles implements AutoCloseable {
  private static final Set<String> DATES =
      Set.of("published_on", "review_by", "expires_on", "created_on", "closed_on", "entered_on");

  private final Path folder;
  private final int days;

  /**
   * @param days may be negative
   */
  ShiftedFiles(int days) throws IOException {
    this.folder = Files.createTempDirectory("tandem-sample-");
    this.days = days;
  }

  Path table(Path csv) throws IOException {
    var copy = folder.resolve(String.valueOf(csv.getFileName()));
    var reading = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var reader = Files.newBufferedReader(csv);
        var rows = reading.parse(reader);
        var writer = Files.newBufferedWriter(copy);
        var out = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
      var columns = rows.getHeaderNames();
      out.printRecord(columns);
      for (var row : rows) {
        for (var column : columns) {
          var cell = row.get(column);
          out.print(DATES.contains(column) && !cell.isEmpty() ? day(cell) : cell);
        }
        out.println();
      }
    }
    return copy;
  }

  private LocalDate day(String date) {
    return LocalDate.parse(date).plusDays(days);
  }

  Path events(Path jsonl) throws IOException {
    var copy = folder.resolve("events.jsonl");
    try (var lines = lines(jsonl);
        BufferedWriter out = Files.newBufferedWriter(copy)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank()) continue;
        if (!(JsonMapper.shared().readTree(line) instanceof ObjectNode event))
          throw new IOException(jsonl + ": a line is no JSON object: " + line);
        var at = Instant.parse(event.required("at").stringValue());
        out.write(event.put("at", at.plus(days, ChronoUnit.DAYS).toString()).toString());
        out.newLine();
      }
    }
    return copy;
  }

  private static BufferedReader lines(Path jsonl) throws IOException {
    var in = Files.newInputStream(jsonl);
    var plain = jsonl.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }
}
