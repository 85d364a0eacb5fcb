package dev.tandem.deals.crm;

import java.util.List;

/**
 * Some of what a CRM has.
 *
 * @param next where to go on, or, when complete, where the next scan starts
 * @param complete whether the scan has come to its end
 * @param notes about the page as a whole, for people
 */
public record CrmPage(
    List<CrmRecord> records,
    List<CrmRemoval> removals,
    List<CrmRefusal> refusals,
    SyncCursor next,
    boolean complete,
    List<String> notes) {
  public CrmPage {
    records = List.copyOf(records);
    removals = List.copyOf(removals);
    refusals = List.copyOf(refusals);
    notes = List.copyOf(notes);
  }

  public static CrmPage of(List<CrmRecord> records, SyncCursor next, boolean complete) {
    return new CrmPage(records, List.of(), List.of(), next, complete, List.of());
  }

  public static CrmPage ofRemovals(List<CrmRemoval> removals, SyncCursor next, boolean complete) {
    return new CrmPage(List.of(), removals, List.of(), next, complete, List.of());
  }

  /**
   * A record that the adapter could not read.
   *
   * @param crmId or, where it has none, where it stands
   */
  public record CrmRefusal(String crmId, String column, String problem) {}
}
