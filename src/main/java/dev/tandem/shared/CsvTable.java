package dev.tandem.shared;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file as people have them: with or without a byte order mark, in UTF-8, UTF-16 or the
 * Western code page of older spreadsheets, separated by commas, semicolons or tabs. The first row
 * names the columns; names are compared in lower case with underscores ("Sales Stage" is {@code
 * sales_stage}).
 */
public final class CsvTable implements Iterable<CsvTable.Row>, AutoCloseable {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private final Charset charset;
  private final char separator;
  private final CSVParser parser;
  private final Map<String, Integer> columns = new LinkedHashMap<>();

  /**
   * Opens a file and reads its header row.
   *
   * @throws IOException when it cannot be read, is empty, or names a column twice
   */
  public static CsvTable open(Path file) throws IOException {
    var charset = charset(file);
    return new CsvTable(file, charset, separator(file, charset));
  }

  private CsvTable(Path file, Charset charset, char separator) throws IOException {
    this.charset = charset;
    this.separator = separator;
    var format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .setTrailingData(true)
            .get();
    parser = CSVParser.builder().setReader(reader(file, charset)).setFormat(format).get();
    var rows = parser.iterator();
    if (!rows.hasNext()) {
      parser.close();
      throw new IOException(file + " is empty: the first row must name the columns");
    }
    for (var name : rows.next()) {
      var column = column(name);
      if (!column.isEmpty() && columns.putIfAbsent(column, columns.size()) != null) {
        parser.close();
        throw new IOException(file + " names the column '" + column + "' twice");
      }
      if (column.isEmpty()) columns.put("column " + (columns.size() + 1), columns.size());
    }
  }

  private static String column(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
  }

  /** The names of the columns, in their order. */
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  public char separator() {
    return separator;
  }

  /** Whether the file is in the Western code page, since it is no valid UTF-8. */
  public boolean inWesternCodePage() {
    return charset.equals(WESTERN);
  }

  /** The rows below the header. A broken quotation throws {@link UncheckedIOException}. */
  @Override
  public Iterator<Row> iterator() {
    var records = parser.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return records.hasNext();
      }

      @Override
      public Row next() {
        if (!records.hasNext()) throw new NoSuchElementException();
        return new Row(records.next());
      }
    };
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** One row. */
  public final class Row {
    private final CSVRecord cells;

    private Row(CSVRecord cells) {
      this.cells = cells;
    }

    /** As a spreadsheet counts: the header is row 1. Empty lines do not count. */
    public long number() {
      return cells.getRecordNumber();
    }

    /** The text of a cell, trimmed; empty when it is blank, missing, or the column is. */
    public Optional<String> get(String column) {
      var place = columns.get(column);
      if (place == null || place >= cells.size()) return Optional.empty();
      var text = cells.get(place).strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** How many cells it has beyond the columns that the header names. */
    public int surplus() {
      return Math.max(0, cells.size() - columns.size());
    }
  }

  private static Charset charset(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var start = in.readNBytes(2);
      if (start.length == 2 && (start[0] & 0xff) == 0xfe && (start[1] & 0xff) == 0xff
          || start.length == 2 && (start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xfe)
        return StandardCharsets.UTF_16;
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : WESTERN;
  }

  private static boolean isUtf8(Path file) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var text = CharBuffer.allocate(1 << 16);
    var bytes = ByteBuffer.allocate(1 << 16);
    try (var in = Files.newByteChannel(file)) {
      boolean ended = false;
      while (!ended) {
        ended = in.read(bytes) < 0;
        bytes.flip();
        if (decoder.decode(bytes, text.clear(), ended).isError()) return false;
        bytes.compact();
      }
    }
    return true;
  }

  private static char separator(Path file, Charset charset) throws IOException {
    try (var reader = reader(file, charset)) {
      var header = Optional.ofNullable(reader.readLine()).orElse("").replaceAll("\"[^\"]*\"", "");
      char most = ',';
      for (char candidate : new char[] {';', '\t'})
        if (count(header, candidate) > count(header, most)) most = candidate;
      return most;
    }
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }

  private static BufferedReader reader(Path file, Charset charset) throws IOException {
    var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
    skipByteOrderMark(reader);
    return reader;
  }

  private static void skipByteOrderMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\ufeff') reader.reset();
  }
}
