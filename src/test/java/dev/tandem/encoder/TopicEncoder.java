package dev.tandem.encoder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows a handful of topics by some words each; texts on one topic mean the same. */
public final class TopicEncoder implements SentenceEncoder {
  private static final List<List<String>> TOPICS =
      List.of(
          List.of("price", "cost", "fee", "expensive"),
          List.of("security", "safe", "protected", "breach"),
          List.of("migration", "moving", "switch"),
          List.of("hospital", "nurse", "patient"));

  /** Components of each topic: in real embeddings none stands out. */
  private static final int WIDTH = 32;

  /** How many passages were encoded so far. */
  public final AtomicInteger passages = new AtomicInteger();

  @Override
  public String model() {
    return "topics";
  }

  @Override
  public int dimensions() {
    return WIDTH * (TOPICS.size() + 1);
  }

  @Override
  public Optional<Embedding> query(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(encoded(text));
  }

  @Override
  public Optional<Embedding> passage(String text) {
    passages.incrementAndGet();
    return query(text);
  }

  @Override
  public boolean available() {
    return true;
  }

  private Embedding encoded(String text) {
    var vector = new float[dimensions()];
    var words = text.toLowerCase(Locale.ROOT);
    for (int topic = 0; topic < TOPICS.size(); topic++)
      for (var word : TOPICS.get(topic)) if (words.contains(word)) raise(vector, topic, 1);
    raise(vector, TOPICS.size(), 0.5f); // everything has a little in common
    return Embedding.of(vector);
  }

  private static void raise(float[] vector, int topic, float by) {
    for (int i = topic * WIDTH; i < (topic + 1) * WIDTH; i++) vector[i] += by;
  }
}
