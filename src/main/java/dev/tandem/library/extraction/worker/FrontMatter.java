package dev.tandem.library.extraction.worker;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What a file says of itself at its top: YAML between two lines of dashes, or TOML between two of
 * plus signs.
 *
 * @param body what follows it
 * @param problem why it could not be read; its values are empty then
 */
record FrontMatter(Map<String, Object> values, String body, @Nullable String problem) {
  static final int MAX_CHARACTERS = 65_536;
  private static final Pattern BLOCK =
      Pattern.compile(
          "\\A\\uFEFF?---[ \\t]*\\r?\\n(.*?)(?:\\r?\\n)?^(?:---|\\.\\.\\.)[ \\t]*(?:\\r?\\n|\\z)",
          Pattern.DOTALL | Pattern.MULTILINE);

  /** Values under our own names where site generators have others ({@link SiteKeys}). */
  static FrontMatter of(String text) {
    var said = TomlFrontMatter.of(text).orElseGet(() -> yaml(text));
    return new FrontMatter(SiteKeys.inOurWords(said.values()), said.body(), said.problem());
  }

  /** Whether there is any at the top of a file, of which no more is decoded than it takes. */
  static boolean standsIn(byte[] file) {
    var top = TextBytes.decode(Arrays.copyOf(file, Math.min(file.length, MAX_CHARACTERS)));
    return BLOCK.matcher(top).find() || TomlFrontMatter.standsIn(top);
  }

  private static FrontMatter yaml(String text) {
    var block = BLOCK.matcher(text.substring(0, Math.min(text.length(), MAX_CHARACTERS)));
    if (!block.find()) {
      return new FrontMatter(Map.of(), text, null);
    }
    var body = text.substring(block.end());
    try {
      Object loaded = yaml().load(block.group(1));
      if (loaded == null) {
        return new FrontMatter(Map.of(), body, null);
      }
      if (loaded instanceof Map<?, ?> map) {
        return new FrontMatter(plain(map), body, null);
      }
      return new FrontMatter(Map.of(), body, "it is not a list of \"key: value\" lines");
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      return new FrontMatter(
          Map.of(),
          body,
          "line %d: %s".formatted(mark == null ? 1 : mark.getLine() + 2, e.getProblem()));
    } catch (YAMLException | StackOverflowError e) {
      return new FrontMatter(Map.of(), body, CleanText.line(String.valueOf(e.getMessage()), 200));
    }
  }

  /** Only plain values, few aliases, little depth: no objects, no bombs. */
  private static Yaml yaml() {
    var limits = new LoaderOptions();
    limits.setMaxAliasesForCollections(20);
    limits.setNestingDepthLimit(20);
    limits.setCodePointLimit(MAX_CHARACTERS);
    limits.setAllowRecursiveKeys(false);
    var dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(limits), new Representer(dumping), dumping, limits, new FewTypes());
  }

  /** Dates stay as written, and {@code no} is Norwegian, not false. */
  private static final class FewTypes extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false|True|False"), "tfTF");
      addImplicitResolver(Tag.INT, Pattern.compile("-?(?:0|[1-9][0-9]{0,17})"), "-0123456789");
      addImplicitResolver(Tag.FLOAT, Pattern.compile("-?[0-9]{1,17}\\.[0-9]{1,17}"), "-0123456789");
      addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|"), "~nN\0");
      addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
    }
  }

  static Map<String, Object> plain(Map<?, ?> map) {
    var values = new LinkedHashMap<String, Object>();
    map.forEach(
        (key, value) -> {
          var plain = plain(value);
          if (key != null && plain != null) {
            values.put(CleanText.line(String.valueOf(key)), plain);
          }
        });
    return values;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> CleanText.of(text);
      case Number number -> number;
      case Boolean truth -> truth;
      case Map<?, ?> map -> plain(map);
      case Iterable<?> items -> plainList(items);
      default -> CleanText.of(String.valueOf(value));
    };
  }

  private static List<Object> plainList(Iterable<?> items) {
    var plain = new java.util.ArrayList<Object>();
    for (var item : items) {
      var one = plain(item);
      if (one != null) {
        plain.add(one);
      }
    }
    return plain;
  }

  /** Title, description, author, day and language go to the draft, and all of it as it is. */
  void tell(Draft draft) {
    if (problem != null)
      draft.warn(
          "The values at the top, between the lines of dashes, could not be read and were ignored ("
              + problem
              + ").");
    if ("draft".equals(values.get("status")))
      draft.warn("The file calls itself a draft: reps do not see it until it is published.");
    draft.frontMatter(values);
    draft.title(text("title"));
    draft.description(text("description"));
    draft.author(text("author"));
    draft.created(Dates.day(text("published_on")));
    draft.language(text("language"));
  }

  private @Nullable String text(String key) {
    var value = values.get(key);
    return value == null || value instanceof Map || value instanceof List ? null : value.toString();
  }
}
