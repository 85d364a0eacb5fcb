package dev.tandem.library.sources;

/** What came of fetching an item. */
public sealed interface Fetched {

  /**
   * It is in the file.
   *
   * @param version to be known by the next time
   * @param fileName with the right ending
   */
  record Content(String version, String fileName) implements Fetched {}

  /** It is as it was. */
  record NotModified() implements Fetched {}

  /** It is no more. */
  record Gone() implements Fetched {}

  /** It may not or cannot be taken, and will not be next time unless it changes. */
  record Refused(String reason, String advice) implements Fetched {}
}
