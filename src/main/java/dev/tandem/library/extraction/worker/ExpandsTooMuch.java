package dev.tandem.library.extraction.worker;

import java.io.IOException;

/** What unpacks to far more than its size. */
final class ExpandsTooMuch extends IOException {
  private static final long serialVersionUID = 1;

  ExpandsTooMuch() {
    super("unpacks to far more than its size");
  }
}
