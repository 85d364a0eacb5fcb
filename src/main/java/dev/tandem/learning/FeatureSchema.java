package dev.tandem.learning;

import java.util.List;

/**
 * The features a model ranks by, in order. A model trained on another version is not used.
 *
 * @param version grows when a feature is added, dropped or changes its meaning
 */
public record FeatureSchema(int version, List<Feature> features) {
  public FeatureSchema {
    features = List.copyOf(features);
  }

  public int size() {
    return features.size();
  }

  /** The index of a feature; throws {@link IllegalArgumentException} for an unknown name. */
  public int indexOf(String name) {
    for (int i = 0; i < features.size(); i++) if (features.get(i).name().equals(name)) return i;
    throw new IllegalArgumentException("no such feature: " + name);
  }

  /**
   * @param name snake_case, as logged
   * @param meaning one sentence with unit and range, for people
   */
  public record Feature(String name, String meaning) {}
}
