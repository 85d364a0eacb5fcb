package dev.tandem.library.extraction.worker;

/** Reads one family of formats into a draft. */
interface DocumentReader {

  /** Any exception is turned into an outcome by {@link FileReading}; what was drafted is lost. */
  void read(SourceFile file, Draft draft) throws Exception;
}
