package dev.tandem.identity;

import java.time.Instant;

/**
 * Records about people, other than events, that lose their use with time. Each module has one for
 * each kind that it keeps. They are kept for good until an administrator sets a period (ADR-0012);
 * then the nightly run removes what is older.
 */
public interface AgeingRecords {

  /** Its name in the table of periods, lower case. */
  String kind();

  /** What it is, for people. */
  String label();

  /** What goes and what stays, a sentence. */
  String effect();

  /** How many would go that are from before this moment. */
  long due(Instant before);

  /**
   * Removes for good what is from before this moment, in small transactions.
   *
   * @return how many went
   */
  long remove(Instant before);
}
