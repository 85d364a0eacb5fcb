package dev.tandem.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A copy of a library without the labels that its authors wrote into front matter.
 *
 * @param originals paths in the library by paths in the copy
 */
record BareLibrary(Path folder, Map<String, String> originals) {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A\\uFEFF?---\\s*\\n(.*?\\n)---\\s*(\\n|\\z)", Pattern.DOTALL);

  /** A top-level key with everything indented below it. */
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^([A-Za-z_][\\w -]*):.*(?:\\n(?:[ \\t]+|- ).*)*(?:\\n|\\z)");

  private static final Set<String> LABELS =
      Set.of(
          "type",
          "content_type",
          "stage",
          "stages",
          "persona",
          "personas",
          "industry",
          "industries",
          "product",
          "products",
          "competitor",
          "competitors",
          "region",
          "regions",
          "audience",
          "language",
          "status");

  private static final Set<String> NEUTRAL =
      Set.of("title", "subject", "description", "summary", "abstract", "excerpt");

  static BareLibrary of(Path from, Path to, boolean neutral) throws IOException {
    var originals = new HashMap<String, String>();
    try (var files = Files.walk(from)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var path = from.relativize(file).toString().replace('\\', '/');
        var ending = path.replaceAll("^.*(?=\\.)", "");
        var name =
            neutral
                ? "%04d%s".formatted(originals.size(), ending.startsWith(".") ? ending : "")
                : path;
        var copy = to.resolve(name);
        Files.createDirectories(copy.getParent());
        if (ending.matches("(?i)\\.mdx?|\\.markdown"))
          Files.writeString(copy, bare(Files.readString(file, StandardCharsets.UTF_8), neutral));
        else Files.copy(file, copy);
        originals.put(name, path);
      }
    }
    return new BareLibrary(to, Map.copyOf(originals));
  }

  String original(String path) {
    return originals.getOrDefault(path, path);
  }

  private static String bare(String text, boolean neutral) {
    var matter = FRONT_MATTER.matcher(text);
    if (!matter.find()) return text;
    var kept = new StringBuilder("---\n");
    ENTRY
        .matcher(matter.group(1))
        .results()
        .filter(
            entry -> {
              var key = entry.group(1).toLowerCase(java.util.Locale.ROOT);
              return neutral ? NEUTRAL.contains(key) : !LABELS.contains(key);
            })
        .forEach(entry -> kept.append(entry.group().stripTrailing()).append('\n'));
    return kept + "---\n" + text.substring(matter.end());
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
