package dev.tandem.search.engine.lucene;

import java.util.List;
import java.util.Set;

/**
 * One thing the asker named, with all the ways in which an asset may say it.
 *
 * @param surface as it was typed
 */
record Concept(String surface, List<Reading> readings) {
  Concept {
    readings = List.copyOf(readings);
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
