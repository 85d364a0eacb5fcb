package dev.tandem.library.extraction.worker;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.toml.TomlMapper;

/** The values between two lines of plus signs, as some site generators write them. */
final class TomlFrontMatter {
  private static final Pattern BLOCK =
      Pattern.compile(
          "\\A\\uFEFF?\\+\\+\\+[ \\t]*\\r?\\n(.*?)^\\+\\+\\+[ \\t]*(?:\\r?\\n|\\z)",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

  private TomlFrontMatter() {}

  static boolean standsIn(String top) {
    return BLOCK.matcher(top).find();
  }

  /** Empty when the text does not begin so. */
  static Optional<FrontMatter> of(String text) {
    var block =
        BLOCK.matcher(text.substring(0, Math.min(text.length(), FrontMatter.MAX_CHARACTERS)));
    if (!block.find()) return Optional.empty();
    var body = text.substring(block.end());
    try {
      Map<String, Object> values = new TomlMapper().readValue(block.group(1), VALUES);
      return Optional.of(new FrontMatter(FrontMatter.plain(values), body, null));
    } catch (JacksonException e) {
      var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr() + 1;
      return Optional.of(
          new FrontMatter(
              Map.of(),
              body,
              "line %d: %s".formatted(line, CleanText.line(e.getOriginalMessage(), 200))));
    }
  }
}
