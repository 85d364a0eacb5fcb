package dev.tandem.sampledata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes everything below training-data but the sources and the README: {@code SampleGenerator
 * training-data}.
 */
public final class SampleGenerator {
  /** The day the sample company lives on; loading shifts every date so that it becomes today. */
  static final LocalDate ANCHOR = LocalDate.of(2026, 11, 15);

  private SampleGenerator() {}

  public static void main(String[] args) throws IOException {
    var folder = Path.of(args.length > 0 ? args[0] : "training-data");
    var files = library(folder);
    deleteBelow(folder.resolve("library"));
    for (var file : files.entrySet()) {
      var target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    System.out.println(files.size() + " files written to " + folder);
  }

  /** The files of the library and its tables, by their path below training-data. */
  static Map<String, byte[]> library(Path folder) throws IOException {
    var catalogue = Catalogue.read(folder.resolve("sources"));
    var files = new TreeMap<String, byte[]>();
    for (var asset : catalogue.assets()) {
      if (asset.format() == FileFormat.URL) continue;
      var path = "library/" + LibraryPath.of(asset);
      if (files.put(path, AssetWriter.of(asset.format()).write(asset)) != null)
        throw new IllegalStateException("two assets would be " + path);
    }
    put(files, "manifest.csv", ManifestFile.manifest(catalogue));
    put(files, "labels.csv", ManifestFile.trueLabels(catalogue));
    return files;
  }

  private static void put(Map<String, byte[]> files, String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void deleteBelow(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
