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
 * @param by who asks
 */
public record Asked(
    @Nullable JourneyStage stage,
    @Nullable String industry,
    List<String> personas,
    boolean inWords,
    Asker by) {

  /**
   * @param rep the {@link PersonKey}; null where nobody in particular asks
   * @param team null where there is none, and outside training: a model knows its own members
   */
  public record Asker(@Nullable String rep, @Nullable String team) {
    public static final Asker NOBODY = new Asker(null, null);
  }

  public Asked(
      @Nullable JourneyStage stage,
      @Nullable String industry,
      List<String> personas,
      boolean inWords) {
    this(stage, industry, personas, inWords, Asker.NOBODY);
  }

  public Asked by(Asker somebody) {
    return new Asked(stage, industry, personas, inWords, somebody);
  }

  public static final Asked NOTHING = new Asked(null, null, List.of(), false);

  public Asked {
    personas = List.copyOf(personas);
  }
}
