package dev.tandem.library.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * A manifest as it was read.
 *
 * @param refused rows that were not taken, by the path they name: such a file must not be imported
 *     without what its row wanted to say
 */
public record AssetManifest(
    List<ManifestRow> rows, Map<String, Problem> refused, List<Problem> problems) {
  private static final long LARGEST_FILE = 512L << 20;

  public AssetManifest {
    rows = List.copyOf(rows);
    refused = Map.copyOf(refused);
    problems = List.copyOf(problems);
  }

  public static AssetManifest none() {
    return new AssetManifest(List.of(), Map.of(), List.of());
  }

  /**
   * @param currency of costs that name none
   * @throws IOException when the file cannot be read or is larger than 512 MB
   */
  public static AssetManifest read(Path file, Currency currency) throws IOException {
    if (Files.size(file) > LARGEST_FILE)
      throw new IOException("the manifest is larger than 512 MB; split it: " + file.getFileName());
    return parse(CsvRecords.decode(Files.readAllBytes(file)), currency);
  }

  public static AssetManifest parse(String csv, Currency currency) {
    return new ManifestReading(currency).of(CsvRecords.split(csv));
  }

  /** A path as rows and folders compare it: slashes, no leading "./", composed letters. */
  public static String normalizePath(String path) {
    var slashes = Normalizer.normalize(path.strip().replace('\\', '/'), Normalizer.Form.NFC);
    return slashes.replaceAll("/+", "/").replaceAll("^(\\./)+", "");
  }
}
