package dev.tandem.insight;

import java.util.List;

/**
 * The state of content, with what it was before.
 *
 * @param before as many days before
 * @param byStage uses by the deal's stage at that moment
 */
public record OverviewPage(
    Overview now, Overview before, List<UseCount> byStage, List<UseCount> byType) {
  public OverviewPage {
    byStage = List.copyOf(byStage);
    byType = List.copyOf(byType);
  }
}
