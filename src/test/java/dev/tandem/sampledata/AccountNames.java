package dev.tandem.sampledata;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invented companies: a place or family of the region and a word of the industry. */
record AccountNames(Map<String, Map<String, Object>> parts) {

  String draw(Chance chance, String industry, String region) {
    var word = chance.pick(words(industry, region));
    var place = chance.pick(list(part("places").get(region)));
    boolean wordFirst = word.equals("Stadtwerke") || word.startsWith("Universit");
    return wordFirst ? word + " " + place : place + " " + word;
  }

  private List<String> words(String industry, String region) {
    if (part("words").get(industry) instanceof Map<?, ?> regions) return list(regions.get(region));
    throw new IllegalArgumentException("deal-names.yaml: no words for " + industry);
  }

  private Map<String, Object> part(String name) {
    var part = parts.get(name);
    if (part == null) throw new IllegalArgumentException("deal-names.yaml: no " + name);
    return part;
  }

  private static List<String> list(@Nullable Object value) {
    if (value instanceof List<?> items) return items.stream().map(String::valueOf).toList();
    throw new IllegalArgumentException("deal-names.yaml: a list is missing");
  }
}
