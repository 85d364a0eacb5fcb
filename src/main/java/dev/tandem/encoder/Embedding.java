package dev.tandem.encoder;

import java.util.Arrays;

/**
 * The meaning of a text as a vector of length one, each component kept in one byte. The error of a
 * cosine stays below 0.01, which is far below what separates two texts.
 *
 * @param components 1/{@value #SCALE} each
 */
public record Embedding(byte[] components) {
  /** Components of a unit vector of some hundred dimensions hardly ever exceed 0.3. */
  static final int SCALE = 423;

  public Embedding {
    if (components.length == 0)
      throw new IllegalArgumentException("an embedding without components");
    components = components.clone();
  }

  /**
   * @param vector of any length but zero
   */
  public static Embedding of(float[] vector) {
    double squares = 0;
    for (float component : vector) squares += (double) component * component;
    if (!(squares > 0) || !Double.isFinite(squares))
      throw new IllegalArgumentException("a vector without direction");
    double scale = SCALE / Math.sqrt(squares);
    var components = new byte[vector.length];
    for (int i = 0; i < vector.length; i++)
      components[i] = (byte) Math.clamp(Math.round(vector[i] * scale), -127, 127);
    return new Embedding(components);
  }

  @Override
  public byte[] components() {
    return components.clone();
  }

  /**
   * Adds this vector, multiplied by a weight, so that {@link #of} can tell where several lie
   * together.
   *
   * @param sum of as many components as this
   */
  public void addTo(float[] sum, double weight) {
    for (int i = 0; i < components.length; i++) sum[i] += (float) (weight * components[i] / SCALE);
  }

  public int dimensions() {
    return components.length;
  }

  /** In [-1, 1]; 1 for the same direction. Throws for embeddings of other dimensions. */
  public double cosine(Embedding other) {
    if (components.length != other.components.length)
      throw new IllegalArgumentException("embeddings of different models");
    long dot = 0, mine = 0, others = 0;
    for (int i = 0; i < components.length; i++) {
      dot += components[i] * other.components[i];
      mine += components[i] * components[i];
      others += other.components[i] * other.components[i];
    }
    return mine == 0 || others == 0 ? 0 : dot / Math.sqrt((double) mine * others);
  }

  /** The same from the sum of products of the components, as engines tell it. */
  public double cosineOfDotProduct(double dotProduct) {
    return Math.clamp(dotProduct / ((double) SCALE * SCALE), -1, 1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding same && Arrays.equals(components, same.components);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(components);
  }

  @Override
  public String toString() {
    return "Embedding of " + components.length + " dimensions";
  }
}
