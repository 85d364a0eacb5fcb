package dev.tandem.sampledata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A situation with the judgments on the assets that were looked at for it.
 *
 * @param split {@code dev} for tuning, {@code test} for reporting
 * @param grades asset to grade 0–3
 */
record Situation(
    String id, String split, String query, Map<String, Object> deal, Map<String, Integer> grades) {

  static Situation of(Map<String, Object> source) {
    var situation =
        new Situation(
            String.valueOf(source.get("id")),
            String.valueOf(source.get("split")),
            String.valueOf(source.getOrDefault("query", "")),
            map(source.get("deal")),
            grades(map(source.get("grades"))));
    if (!List.of("dev", "test").contains(situation.split))
      throw new IllegalArgumentException(situation.id + ": split " + situation.split);
    return situation;
  }

  private static Map<String, Object> map(@Nullable Object value) {
    var map = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> entries)
      entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
    return map;
  }

  private static Map<String, Integer> grades(Map<String, Object> byGrade) {
    var grades = new TreeMap<String, Integer>();
    byGrade.forEach(
        (grade, assets) -> {
          if (!(assets instanceof List<?> list)) throw new IllegalArgumentException("no list");
          for (var asset : list)
            if (grades.put(String.valueOf(asset), Integer.valueOf(grade)) != null)
              throw new IllegalArgumentException(asset + " judged twice");
        });
    return grades;
  }

  static String lines(List<Situation> situations, Predicate<Situation> chosen) {
    var lines = new StringBuilder();
    situations.stream().filter(chosen).forEach(one -> lines.append(one.json()).append('\n'));
    return lines.toString();
  }

  /** TREC qrels. */
  static String judgments(List<Situation> situations) {
    var lines = new StringBuilder();
    for (var situation : situations)
      situation.grades.forEach(
          (asset, grade) -> lines.append("%s 0 %s %d\n".formatted(situation.id, asset, grade)));
    return lines.toString();
  }

  private ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode().put("id", id).put("query", query);
    if (deal.isEmpty()) return json;
    var described = json.putObject("deal");
    deal.forEach(
        (key, value) -> {
          if (value instanceof List<?> list) {
            var array = described.putArray(key);
            list.forEach(item -> array.add(String.valueOf(item)));
          } else described.put(key, String.valueOf(value));
        });
    return json;
  }
}
