package dev.tandem.search;

import dev.tandem.encoder.Embedding;
import java.util.Collection;
import java.util.Map;

/** What was encoded before, by model and text. */
interface Embeddings {

  /** Those of the texts that are known. */
  Map<String, Embedding> find(String model, Collection<String> texts);

  void keep(String model, Map<String, Embedding> embeddings);
}
