package dev.tandem.encoder;

import java.util.Optional;

/** Encodes texts by their meaning; safe for use by many threads. */
public interface SentenceEncoder {

  /** Names the model and how text is given to it; embeddings of two models cannot be compared. */
  String model();

  int dimensions();

  /**
   * What somebody looks for. Empty when encoding is switched off or does not work here, or the text
   * says nothing.
   */
  Optional<Embedding> query(String text);

  /** A part of a document, under the same conditions. */
  Optional<Embedding> passage(String text);

  /** False when encoding is switched off, or does not work on this machine. */
  boolean available();

  /**
   * Why it does not work here, and what to do, as a sentence; empty while it does, as far as it was
   * tried, and when it is switched off.
   */
  default Optional<String> fault() {
    return Optional.empty();
  }
}
