package dev.tandem.durability;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Events that are sent in one call, and are therefore there as a whole or not at all. */
record EventBatch(int number, int size) {
  /** All events are uses of it, so that one row of the report must count them all. */
  static final String ASSET = "field-manual";

  List<String> keys() {
    return IntStream.range(0, size).mapToObj(i -> "batch-" + number + "-" + i).toList();
  }

  List<Map<String, String>> events(String at) {
    return keys().stream()
        .map(key -> Map.of("key", key, "type", "open", "at", at, "rep", "rita", "asset", ASSET))
        .toList();
  }
}
