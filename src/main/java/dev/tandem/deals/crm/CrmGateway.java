package dev.tandem.deals.crm;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One CRM, read by us and never the other way round: works behind a firewall, without an inbound
 * port. Every call may throw a {@link CrmFailure}.
 */
public interface CrmGateway {

  /**
   * What comes behind the cursor, a page at a time: deals that changed, and deals that were deleted
   * or merged. The same cursor asked again gives the same records or newer ones, so that nothing is
   * lost when a page could not be stored. A cursor at the end of a scan starts the next scan, a
   * little earlier than the last one began ({@link SyncSettings#overlap}).
   *
   * @param fields the CRM's fields that are wanted beside those the adapter needs itself
   */
  CrmPage page(SyncCursor cursor, Set<String> fields);

  /**
   * Told when all up to this cursor is on disk; may be told again after a crash. Only here an
   * adapter may change anything at the CRM's side, such as put a file away.
   */
  default void taken(SyncCursor cursor) {}

  /**
   * Whether amounts have a decimal point and nothing else in them, as programs write them; where
   * people do, {@code 12.500} may mean two things.
   */
  default boolean writesPlainNumbers() {
    return true;
  }

  /** Which field fills which column of a deal unless people choose another. */
  Map<String, String> usualFields();

  /** The fields a person may choose from, custom ones included. */
  List<CrmField> fields();

  /** Some records to show, whether they were read before or not. */
  default List<CrmRecord> sample(Set<String> fields) {
    return page(SyncCursor.START, fields).records();
  }

  /** What is told to the person who shall put something right, such as "HubSpot". */
  String label();

  /**
   * Adds a note to a deal.
   *
   * @throws UnsupportedOperationException where the adapter cannot
   */
  default void addNote(String crmId, String text) {
    throw new UnsupportedOperationException(label() + " takes no notes from here");
  }
}
