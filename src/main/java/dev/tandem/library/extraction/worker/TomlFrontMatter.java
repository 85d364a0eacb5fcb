package dev.tandem.library.extraction.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values between two lines of plus signs, as some site generators write them. Only strings,
 * plain values and lists on one line are read: what labels are made of.
 */
final class TomlFrontMatter {
  private static final int MAX_CHARACTERS = 65_536;
  private static final Pattern BLOCK =
      Pattern.compile(
          "\\A\\uFEFF?\\+\\+\\+[ \\t]*\\r?\\n(.*?)^\\+\\+\\+[ \\t]*(?:\\r?\\n|\\z)",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern ENTRY = Pattern.compile("(?m)^\\s*([\\w-]+)\\s*=\\s*(\\S.*?)\\s*$");
  private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'");

  private TomlFrontMatter() {}

  /** Empty when the text does not begin so. */
  static Optional<FrontMatter> of(String text) {
    var block = BLOCK.matcher(text.substring(0, Math.min(text.length(), MAX_CHARACTERS)));
    if (!block.find()) return Optional.empty();
    var values = new LinkedHashMap<String, Object>();
    ENTRY
        .matcher(block.group(1))
        .results()
        .forEach(entry -> values.putIfAbsent(entry.group(1), value(entry.group(2))));
    return Optional.of(new FrontMatter(Map.copyOf(values), text.substring(block.end()), null));
  }

  private static Object value(String raw) {
    var strings =
        QUOTED
            .matcher(raw)
            .results()
            .map(it -> CleanText.of(it.group(1) == null ? it.group(2) : it.group(1)))
            .toList();
    if (raw.startsWith("[")) return strings.isEmpty() ? List.of() : strings;
    return strings.isEmpty() ? CleanText.of(raw) : strings.getFirst();
  }
}
