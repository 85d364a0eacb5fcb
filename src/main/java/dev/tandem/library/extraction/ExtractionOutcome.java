package dev.tandem.library.extraction;

/** What became of one file. */
public sealed interface ExtractionOutcome {

  /** It was read; warnings, if any, are in the text. */
  record Extracted(ExtractedText text) implements ExtractionOutcome {}

  /**
   * It could not be read.
   *
   * @param message for the person who brought the file: what is wrong and what to do about it
   */
  record Unreadable(Reason reason, String message) implements ExtractionOutcome {}

  enum Reason {
    /** Needs a password. */
    ENCRYPTED,
    /** Broken, incomplete, or not what its name says. */
    CORRUPT,
    /** No bytes, or nothing but blanks. */
    EMPTY,
    /** A format without text for us: pictures, programs, archives, code. */
    UNSUPPORTED,
    /** More bytes than the limit. */
    TOO_LARGE,
    /** Small on disk but unpacks to far too much, as zip bombs do. */
    EXPANDS_TOO_MUCH,
    /** Took longer than the time limit. */
    TIMEOUT,
    /** Needed more memory than a worker has. */
    OUT_OF_MEMORY,
    /** The worker died or could not be started. */
    WORKER_CRASHED,
    /** Missing, a folder, a link, a device, or without permission to read. */
    NOT_A_READABLE_FILE
  }
}
