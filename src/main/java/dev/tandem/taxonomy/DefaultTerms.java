package dev.tandem.taxonomy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The terms that Tandem ships with, read from {@code defaults.yaml}. */
record DefaultTerms(List<Entry> entries) {

  record Entry(Term term, List<String> aliases) {}

  static DefaultTerms read() {
    var entries = new ArrayList<Entry>();
    try (var in = Objects.requireNonNull(DefaultTerms.class.getResourceAsStream("defaults.yaml"))) {
      Map<String, Map<String, List<String>>> vocabularies =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      vocabularies.forEach(
          (name, terms) -> {
            var dimension = Dimension.valueOf(name.toUpperCase(Locale.ROOT));
            terms.forEach(
                (label, aliases) -> entries.add(new Entry(new Term(dimension, label), aliases)));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new DefaultTerms(List.copyOf(entries));
  }
}
