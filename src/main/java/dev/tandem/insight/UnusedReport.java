package dev.tandem.insight;

import dev.tandem.insight.AssetRow.Reason;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.shared.TimeWindow;
import java.util.List;

/** Which published content nobody uses, where it gets stuck, and what seems to keep it out. */
public interface UnusedReport {

  /** Those that were published for the whole window, the ones stuck earliest first. */
  Page unused(TimeWindow window);

  /** How far an asset came. */
  enum Stuck {
    NEVER_RECOMMENDED("Never recommended"),
    NEVER_OPENED("Recommended, never opened"),
    NEVER_SENT("Opened, never sent"),
    DISMISSED("Dismissed");

    private final String label;

    Stuck(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * @param live recommendable assets in all
   * @param tooNew of these, how many were not yet there when the window began
   */
  record Page(List<Unused> assets, long live, long tooNew) {
    public Page {
      assets = List.copyOf(assets);
    }
  }

  /**
   * @param served times it stood on a list
   * @param seen different lists it was really seen on
   * @param position the middle position it was seen at; NaN when it never was
   * @param why what can be found in the library and the deals, likeliest first
   * @param reasons what reps said
   * @param betterCopy an asset with nearly the same text that is used more, or empty
   */
  record Unused(
      Asset asset,
      Stuck stuck,
      long served,
      long seen,
      double position,
      long opens,
      long dismissals,
      List<String> why,
      List<Reason> reasons,
      List<AssetId> betterCopy) {
    public Unused {
      why = List.copyOf(why);
      reasons = List.copyOf(reasons);
      betterCopy = List.copyOf(betterCopy);
    }
  }
}
