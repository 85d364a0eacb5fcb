package dev.tandem.encoder;

import java.util.Optional;

/** As on a machine that cannot encode. */
public final class NoMeaning implements SentenceEncoder {
  @Override
  public String model() {
    return "none";
  }

  @Override
  public int dimensions() {
    return 1;
  }

  @Override
  public Optional<Embedding> query(String text) {
    return Optional.empty();
  }

  @Override
  public Optional<Embedding> passage(String text) {
    return Optional.empty();
  }

  @Override
  public boolean available() {
    return false;
  }
}
