package dev.tandem.deals;

import java.util.OptionalLong;

/**
 * Notes on deals in the CRM they came from, where an operator wants them; nobody does unless it is
 * configured. Who has something to note follows a log of its own and keeps its place here.
 */
public interface DealNotes {

  /** Whether any CRM takes notes. */
  boolean areWanted();

  /** How far the log was followed; empty before the first time. */
  OptionalLong position();

  void moveTo(long position);

  /**
   * Adds a note to a deal of a CRM that takes notes; a deal of none is passed over. The same key
   * again changes nothing.
   *
   * @return false when the CRM does not answer now, and it is worth to try again later
   */
  boolean note(String key, OpportunityId deal, String text);
}
