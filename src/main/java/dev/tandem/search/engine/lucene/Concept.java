package dev.tandem.search.engine.lucene;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing the asker named, with all the ways in which an asset may say it.
 *
 * @param surface as it was typed
 * @param readings any of which will do: an asset earns what the best of them earns
 * @param continued what the word may become when it is typed on, which earns something beside; or
 *     null
 */
record Concept(String surface, List<Reading> readings, @Nullable Reading continued) {
  Concept {
    readings = List.copyOf(readings);
  }

  Concept(String surface, List<Reading> readings) {
    this(surface, readings, null);
  }

  /** All of the ways to say it. */
  List<Reading> all() {
    return continued == null
        ? readings
        : Stream.concat(readings.stream(), Stream.of(continued)).toList();
  }

  /** Whether it is said in one word only, be it typed on or not. */
  boolean isPlain() {
    return readings.size() == 1 && readings.getFirst().words().size() == 1;
  }

  /**
   * Words that must all be there.
   *
   * @param words each by its stems, any of which will do
   * @param weight in (0, 1]; 1 for what was typed
   */
  record Reading(List<Set<String>> words, double weight) {
    Reading {
      words = List.copyOf(words);
    }
  }
}
