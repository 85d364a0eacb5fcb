package dev.tandem.library.ui;

import dev.tandem.library.manifest.AssetManifest;
import dev.tandem.library.manifest.ManifestRow;
import dev.tandem.library.manifest.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The rows of an uploaded manifest that wait for their files; a file takes its row by name. */
final class ManifestRows {
  private final Map<String, ManifestRow> byPath = new ConcurrentHashMap<>();

  /** The rows that name no file, which can be taken at once. */
  List<ManifestRow> add(AssetManifest manifest) {
    for (var row : manifest.rows()) {
      var path = row.path();
      if (path != null) byPath.put(path, row);
    }
    return manifest.rows().stream().filter(row -> row.path() == null).toList();
  }

  /** By full path, else by the file's name where only one row has it. */
  Optional<ManifestRow> take(String fileName) {
    var exact = byPath.remove(AssetManifest.normalizePath(fileName));
    if (exact != null) return Optional.of(exact);
    var name = last(fileName);
    var same = byPath.keySet().stream().filter(path -> last(path).equals(name)).toList();
    return same.size() == 1
        ? Optional.ofNullable(byPath.remove(same.getFirst()))
        : Optional.empty();
  }

  int waiting() {
    return byPath.size();
  }

  static String words(List<Problem> problems) {
    var lines = problems.stream().limit(8).map(Problem::toString).toList();
    var text = String.join("; ", lines);
    return problems.size() > 8 ? text + "; and " + (problems.size() - 8) + " more" : text;
  }

  private static String last(String path) {
    var plain = AssetManifest.normalizePath(path);
    return plain.substring(plain.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
