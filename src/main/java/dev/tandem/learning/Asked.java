package dev.tandem.learning;

import dev.tandem.taxonomy.JourneyStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who content was asked for: what all candidates of one request have in common.
 *
 * @param stage the buyer's, null when nothing tells
 * @param industry normalised name, null when unknown
 * @param personas normalised names of the buying committee, may be empty
 * @param inWords whether somebody typed what they look for
 */
public record Asked(
    @Nullable JourneyStage stage,
    @Nullable String industry,
    List<String> personas,
    boolean inWords) {
  public static final Asked NOTHING = new Asked(null, null, List.of(), false);

  public Asked {
    personas = List.copyOf(personas);
  }
}
