package dev.tandem.feedback;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/** Events in and out as JSONL, one object a line; compressed by gzip where the name ends on .gz. */
@Component
public class EventFile {
  private static final int BATCH = 1_000;
  private static final int LONGEST_LINE = 4_000_000;
  private static final int PROBLEMS_KEPT = 10_000;

  private final FeedbackLog log;

  EventFile(FeedbackLog log) {
    this.log = log;
  }

  /**
   * What an import did.
   *
   * @param rejected how many lines were left out
   * @param problems of the first 10,000 of these
   * @param ignored fields that no event of their type has, with how often they came; the events
   *     were taken without them
   */
  public record Report(
      long accepted,
      long repeated,
      long rejected,
      List<LineProblem> problems,
      Map<String, Long> ignored) {}

  /**
   * @param line counts from 1
   */
  public record LineProblem(long line, String problem) {
    @Override
    public String toString() {
      return "line " + line + ": " + problem;
    }
  }

  /**
   * Reads a file. What is counted as accepted is on disk; a line that is no event is reported and
   * the rest goes on.
   *
   * @param progress told the number of lines that are done, now and then
   */
  public Report read(Path file, LongConsumer progress) throws IOException {
    var reading = new Reading();
    try (var lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        reading.take(line);
        progress.accept(reading.line);
      }
    } finally {
      reading.flush();
    }
    return new Report(
        reading.accepted, reading.repeated, reading.rejected, reading.problems, reading.ignored);
  }

  private static InputStream open(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file));
    try {
      in.mark(2);
      boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return compressed ? new GZIPInputStream(in) : in;
    } catch (IOException broken) {
      in.close();
      throw broken;
    }
  }

  private final class Reading {
    private final List<FeedbackEvent> events = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private final Map<String, Long> ignored = new LinkedHashMap<>();
    private long line;
    private long accepted;
    private long repeated;
    private long rejected;

    void take(String text) {
      line++;
      var json = line == 1 && text.startsWith("\ufeff") ? text.substring(1) : text;
      if (json.isBlank()) return;
      try {
        if (json.length() > LONGEST_LINE)
          throw new EventProblem("longer than 4,000,000 characters");
        events.add(EventJson.read(json, field -> ignored.merge(field, 1L, Long::sum)));
        lines.add(line);
      } catch (EventProblem wrong) {
        reject(line, wrong.problem());
      }
      if (events.size() == BATCH) flush();
    }

    void flush() {
      if (events.isEmpty()) return;
      var result = log.append(List.copyOf(events));
      accepted += result.accepted();
      repeated += result.repeated();
      for (var rejection : result.rejected())
        reject(lines.get(rejection.index()), rejection.problem());
      events.clear();
      lines.clear();
    }

    private void reject(long where, String problem) {
      rejected++;
      if (problems.size() < PROBLEMS_KEPT) problems.add(new LineProblem(where, problem));
    }
  }

  /**
   * Writes the whole log in the order in which it was written; the file is there whole or not at
   * all.
   *
   * @return how many events
   */
  public long write(Path file, LongConsumer progress) throws IOException {
    var whole = file.toAbsolutePath();
    var part = whole.resolveSibling(whole.getFileName() + ".part");
    boolean compress = whole.toString().endsWith(".gz");
    long written = 0;
    try {
      try (var out = Files.newOutputStream(part);
          var packed = compress ? new GZIPOutputStream(out) : out;
          var writer = new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8))) {
        var page = log.after(0, BATCH);
        while (!page.isEmpty()) {
          for (var logged : page) {
            writer.write(EventJson.write(logged.event()).toString());
            writer.write('\n');
          }
          written += page.size();
          progress.accept(written);
          page = log.after(page.getLast().sequence(), BATCH);
        }
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return written;
  }
}
