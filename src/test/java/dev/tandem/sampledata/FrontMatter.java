package dev.tandem.sampledata;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The YAML above a source; every scalar stays the text that stands there. */
record FrontMatter(Map<String, Object> values) {

  /** Turns off the guessing of dates, numbers and truth values. */
  private static final class PlainScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {}
  }

  static Yaml yaml() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var dumping = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options),
        new Representer(dumping),
        dumping,
        options,
        new PlainScalars());
  }

  static FrontMatter parse(String text) {
    Map<String, Object> values = yaml().load(text);
    return new FrontMatter(values);
  }

  String text(String key) {
    if (!values.containsKey(key)) throw new IllegalArgumentException(key + ": missing");
    return values.get(key) instanceof String text ? text.strip() : "";
  }

  String required(String key) {
    var text = text(key);
    if (text.isEmpty()) throw new IllegalArgumentException(key + ": empty");
    return text;
  }

  String oneOf(String key, String... allowed) {
    var text = required(key);
    if (!List.of(allowed).contains(text))
      throw new IllegalArgumentException(key + ": '" + text + "' is none of " + List.of(allowed));
    return text;
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    return Enum.valueOf(type, required(key).toUpperCase(Locale.ROOT));
  }

  List<String> list(String key) {
    return values.get(key) instanceof List<?> items
        ? items.stream().map(String::valueOf).map(String::strip).toList()
        : List.of();
  }

  Optional<LocalDate> date(String key) {
    return Optional.of(text(key)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
  }
}
