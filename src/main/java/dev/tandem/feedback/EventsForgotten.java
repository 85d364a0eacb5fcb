package dev.tandem.feedback;

import java.util.List;
import java.util.Set;

/**
 * Said within the transaction that deletes events for good: whoever keeps copies with names in them
 * deletes these as well.
 *
 * @param sequences of the events
 * @param slates whose serving is among them
 */
public record EventsForgotten(List<Long> sequences, Set<String> slates) {
  public EventsForgotten {
    sequences = List.copyOf(sequences);
    slates = Set.copyOf(slates);
  }
}
