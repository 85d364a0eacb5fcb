package dev.tandem.deals;

/** What became of a deal that a CRM sent. */
public enum Receipt {
  ADDED,
  CHANGED,
  UNCHANGED
}
