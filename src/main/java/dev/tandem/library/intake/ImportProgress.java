package dev.tandem.library.intake;

/** Told after every few files; from one thread at a time. */
@FunctionalInterface
public interface ImportProgress {
  void reached(int done, int total);
}
