package dev.tandem.library.extraction;

import java.nio.file.Path;
import java.util.Optional;

/** Reads files of any kind and any intent; safe for use by several threads. */
public interface TextExtractor {

  /**
   * The text of a file, or why there is none. Never throws because of the file: an encrypted,
   * broken, huge or malicious one ends in {@link ExtractionOutcome.Unreadable}. Blocks until the
   * file is read, at most about the time limit plus the wait for a free worker.
   *
   * @throws ExtractionStopped when Tandem is stopping
   */
  ExtractionOutcome extract(Path file, ExtractionRequest request);

  /**
   * A PNG of the first page of a PDF or the first slide of a presentation; empty for every other
   * format and when the picture cannot be made.
   *
   * @param maxWidth widest picture in pixels, 16 to 4,000
   */
  Optional<byte[]> preview(Path file, int maxWidth);
}
