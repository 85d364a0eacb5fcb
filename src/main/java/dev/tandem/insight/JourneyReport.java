package dev.tandem.insight;

import dev.tandem.shared.Money;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.List;

/**
 * Content along the buyer's journey: what exists, what is asked for, what is used, what came of it.
 */
public interface JourneyReport {

  Page journey(TimeWindow window);

  /**
   * @param stages in the order of the journey
   * @param cells of content type × stage with something in them
   * @param elsewhere assets mostly used at a stage they were not made for, most used first
   * @param paths of decided deals
   */
  record Page(List<StageLine> stages, List<Cell> cells, List<Elsewhere> elsewhere, Paths paths) {
    public Page {
      stages = List.copyOf(stages);
      cells = List.copyOf(cells);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /**
   * @param supply recommendable assets made for the stage
   * @param openDeals deals that stand at it now
   * @param pipeline their amounts
   * @param served items on lists for deals at the stage
   * @param uses at the stage
   * @param won deals won out of those decided on the days on which something was used at the stage
   */
  record StageLine(
      JourneyStage stage,
      long supply,
      long openDeals,
      List<Money> pipeline,
      long served,
      long uses,
      Proportion won) {
    public StageLine {
      pipeline = List.copyOf(pipeline);
    }
  }

  /**
   * @param supply recommendable assets of the type made for the stage
   */
  record Cell(ContentType type, JourneyStage stage, long supply, long served, long uses) {}

  /**
   * @param there uses at {@code usedAt} out of all uses at known stages
   */
  record Elsewhere(
      String asset,
      String label,
      List<JourneyStage> madeFor,
      JourneyStage usedAt,
      Proportion there) {
    public Elsewhere {
      madeFor = List.copyOf(madeFor);
    }
  }

  /**
   * The order in which kinds of content were first used on decided deals: what happened, without a
   * word on why.
   *
   * @param won deals won that used anything
   * @param lost deals lost that used anything
   * @param steps how many deals went from one kind to the next
   */
  record Paths(long won, long lost, List<Step> steps) {
    /** So many kinds of a deal are followed. */
    public static final int LONGEST = 4;

    public Paths {
      steps = List.copyOf(steps);
    }
  }

  /**
   * @param place of {@code from} on the path, counted from 1
   * @param to the next kind, or null where the deal ended
   */
  record Step(
      boolean won,
      int place,
      ContentType from,
      @org.jspecify.annotations.Nullable ContentType to,
      long deals) {}
}
