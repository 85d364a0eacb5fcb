package dev.tandem.library.classification;

import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code cues.yaml} says; phrases are normalized. */
record Cues(
    Map<ContentType, TypeCues> types,
    Map<JourneyStage, List<String>> stages,
    List<String> surelyInternal,
    List<String> perhapsInternal,
    List<String> severalInternal,
    Set<String> internalFolders,
    Set<String> ambiguousNames,
    Map<Dimension, Map<String, List<String>>> topics) {

  static Cues read() {
    try (var in = Objects.requireNonNull(Cues.class.getResourceAsStream("cues.yaml"))) {
      Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      var types = new EnumMap<ContentType, TypeCues>(ContentType.class);
      map(root.get("types"))
          .forEach(
              (name, cues) -> {
                var parts = map(cues);
                types.put(
                    ContentType.valueOf(name.toUpperCase(Locale.ROOT)),
                    new TypeCues(
                        phrases(parts.get("title")),
                        new HashSet<>(phrases(parts.get("folder"))),
                        new HashSet<>(phrases(parts.get("place"))),
                        new HashSet<>(phrases(parts.get("keys"))),
                        phrases(parts.get("text")),
                        weights(parts.get("structure"))));
              });
      var stages = new EnumMap<JourneyStage, List<String>>(JourneyStage.class);
      map(root.get("stages"))
          .forEach(
              (name, list) ->
                  stages.put(JourneyStage.valueOf(name.toUpperCase(Locale.ROOT)), phrases(list)));
      var internal = map(root.get("internal"));
      return new Cues(
          types,
          stages,
          phrases(internal.get("surely")),
          phrases(internal.get("perhaps")),
          phrases(internal.get("several")),
          new HashSet<>(phrases(internal.get("folder"))),
          new HashSet<>(phrases(root.get("ambiguous_names"))),
          topics(map(root.get("topics"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<Dimension, Map<String, List<String>>> topics(Map<String, Object> node) {
    var topics = new EnumMap<Dimension, Map<String, List<String>>>(Dimension.class);
    node.forEach(
        (name, terms) -> {
          var byLabel = new LinkedHashMap<String, List<String>>();
          map(terms).forEach((label, list) -> byLabel.put(label, phrases(list)));
          topics.put(Dimension.valueOf(name.toUpperCase(Locale.ROOT)), byLabel);
        });
    return topics;
  }

  @SuppressWarnings("unchecked") // the file is ours and its shape is tested
  private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object node) {
    return node == null ? Map.of() : (Map<String, Object>) node;
  }

  private static List<String> phrases(@org.jspecify.annotations.Nullable Object node) {
    if (!(node instanceof List<?> list)) return List.of();
    return list.stream().map(one -> Term.normalize(one.toString())).distinct().toList();
  }

  private static Map<String, Double> weights(@org.jspecify.annotations.Nullable Object node) {
    var weights = new java.util.HashMap<String, Double>();
    map(node).forEach((name, weight) -> weights.put(name, ((Number) weight).doubleValue()));
    return weights;
  }
}
