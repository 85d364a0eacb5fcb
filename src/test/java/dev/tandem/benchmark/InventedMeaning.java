package dev.tandem.benchmark;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.SentenceEncoder;
import java.util.Optional;
import java.util.Random;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives passages vectors around a thousand topics under the name of the real model, so that a
 * search by meaning can be timed in libraries that would take hours to encode. What is asked is
 * still encoded by the model, so nothing can be said of what is found.
 *
 * @param real whose name and dimensions these vectors take
 */
record InventedMeaning(SentenceEncoder real) implements SentenceEncoder {
  private static final int TOPICS = 1_000;
  private static final float SPREAD = 0.6f;

  /** Puts it in the place of the program's encoder. */
  static void into(ConfigurableApplicationContext program) {
    program
        .getBeanFactory()
        .addBeanPostProcessor(
            new BeanPostProcessor() {
              @Override
              public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof SentenceEncoder encoder
                    ? new InventedMeaning(encoder)
                    : bean;
              }
            });
  }

  @Override
  public String model() {
    return real.model();
  }

  @Override
  public int dimensions() {
    return real.dimensions();
  }

  @Override
  public Optional<Embedding> query(String text) {
    return real.query(text);
  }

  @Override
  public Optional<Embedding> passage(String text) {
    var vector = new float[dimensions()];
    var topic = new Random(Math.floorMod(text.hashCode(), TOPICS));
    var own = new Random(text.hashCode());
    for (int i = 0; i < vector.length; i++)
      vector[i] = (float) (topic.nextGaussian() + SPREAD * own.nextGaussian());
    return Optional.of(Embedding.of(vector));
  }

  @Override
  public boolean available() {
    return true;
  }
}
