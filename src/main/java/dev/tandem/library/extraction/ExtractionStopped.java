package dev.tandem.library.extraction;

/** Tandem is stopping: nothing is said about the file, which can be read at the next start. */
public final class ExtractionStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ExtractionStopped() {
    super("Files are not read any more, because Tandem is stopping.");
  }
}
