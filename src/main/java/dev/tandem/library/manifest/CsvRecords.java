package dev.tandem.library.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;

/**
 * Cuts CSV text into records so that one broken record cannot swallow the rest: a quote that never
 * closes costs its own line only.
 */
final class CsvRecords {
  /** More lines in one record than this are taken for a quote that was never closed. */
  private static final int MOST_LINES = 500;

  /**
   * @param number counts from 1
   * @param cells null when the record could not be read
   */
  record CsvRecord(int number, @Nullable List<String> cells, String source) {}

  private CsvRecords() {}

  /** UTF-8, UTF-16 with a mark, else Windows-1252 as older spreadsheets write it. */
  static String decode(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE)) return text(bytes, StandardCharsets.UTF_16LE);
    if (startsWith(bytes, 0xFE, 0xFF)) return text(bytes, StandardCharsets.UTF_16BE);
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return withoutMark(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return text(bytes, Charset.forName("windows-1252"));
    }
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static String text(byte[] bytes, Charset charset) {
    return withoutMark(new String(bytes, charset));
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  static List<CsvRecord> split(String text) {
    var lines = text.split("\\R", -1);
    char separator = lines.length == 0 ? ',' : separatorOf(lines[0]);
    var format = CSVFormat.DEFAULT.builder().setDelimiter(separator).setTrailingData(true).get();
    var records = new ArrayList<CsvRecord>();
    for (int start = 0, number = 1; start < lines.length; number++) {
      if (lines[start].isBlank()) {
        start++;
        continue;
      }
      int end = lastLine(lines, start, separator);
      if (end < 0) {
        records.add(new CsvRecord(number, null, lines[start]));
        start++;
      } else {
        var source = String.join("\n", List.of(lines).subList(start, end + 1));
        records.add(new CsvRecord(number, parse(source, format), source));
        start = end + 1;
      }
    }
    return records;
  }

  private static @Nullable List<String> parse(String source, CSVFormat format) {
    try (var parser = CSVParser.parse(source, format)) {
      var parsed = parser.getRecords();
      return parsed.size() == 1 ? parsed.getFirst().toList() : null;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return null;
    }
  }

  /** The line on which the record that starts here ends, or −1 when a quote never closes. */
  private static int lastLine(String[] lines, int start, char separator) {
    boolean quoted = false;
    for (int line = start; line < lines.length && line < start + MOST_LINES; line++) {
      quoted = quotedAtEnd(lines[line], separator, quoted);
      if (!quoted) return line;
    }
    return -1;
  }

  private static boolean quotedAtEnd(String line, char separator, boolean quoted) {
    boolean cellStarts = !quoted;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted) {
        if (c == '"') quoted = false;
      } else if (c == '"') {
        // at the start of a cell it opens; right after a closing one it was an escaped quote
        quoted = cellStarts || (i > 0 && line.charAt(i - 1) == '"');
        cellStarts = false;
      } else {
        cellStarts = c == separator;
      }
    }
    return quoted;
  }

  private static char separatorOf(String header) {
    char best = ',';
    for (char candidate : new char[] {';', '\t'})
      if (count(header, candidate) > count(header, best)) best = candidate;
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
