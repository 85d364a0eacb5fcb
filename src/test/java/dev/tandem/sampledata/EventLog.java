package dev.tandem.sampledata;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gathers events in any order and writes them in the order they happened. */
final class EventLog {
  private static final Instant END =
      SampleGenerator.ANCHOR.atStartOfDay().toInstant(ZoneOffset.UTC);

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Instant at, int order, ObjectNode json) {}

  /** Notes an event, unless it would happen after the log ends. */
  boolean add(Instant at, ObjectNode json) {
    if (at.isAfter(END)) return false;
    entries.add(new Entry(at.truncatedTo(ChronoUnit.SECONDS), entries.size(), json));
    return true;
  }

  static ObjectNode event(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  static ObjectNode slate(String slate, String surface, String rep, List<Baseline.Item> items) {
    var json = event("slate_served").put("slate", slate).put("surface", surface).put("rep", rep);
    json.put("model", Baseline.MODEL);
    var array = json.putArray("items");
    for (var item : items)
      array
          .addObject()
          .put("asset", item.asset().id())
          .put("position", item.position())
          .put("score", rounded(item.score(), 3))
          .put("selection_probability", rounded(item.selectionProbability(), 4));
    return json;
  }

  private static double rounded(double value, int digits) {
    return Double.parseDouble(String.format(Locale.ROOT, "%." + digits + "f", value));
  }

  int size() {
    return entries.size();
  }

  String lines() {
    entries.sort(Comparator.comparing(Entry::at).thenComparingInt(Entry::order));
    var lines = new StringBuilder();
    int number = 0;
    for (var entry : entries) {
      var line = JsonNodeFactory.instance.objectNode();
      line.put("key", String.format(Locale.ROOT, "sample-%05d", ++number));
      line.set("type", entry.json().get("type"));
      line.put("at", entry.at().toString());
      line.setAll(entry.json());
      lines.append(line).append('\n');
    }
    return lines.toString();
  }
}
