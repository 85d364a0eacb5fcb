package dev.tandem.learning;

import java.util.LinkedHashMap;
import java.util.Map;

/** The feature values of one candidate, in the order of its schema; every value is finite. */
public record FeatureVector(FeatureSchema schema, double[] values) {
  public FeatureVector {
    if (values.length != schema.size())
      throw new IllegalArgumentException(
          values.length + " values for " + schema.size() + " features");
    for (double value : values)
      if (!Double.isFinite(value)) throw new IllegalArgumentException("not finite");
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** By place in the schema. */
  public double value(int index) {
    return values[index];
  }

  public double get(String feature) {
    return values[schema.indexOf(feature)];
  }

  /**
   * Values as they were logged, perhaps under another version of the schema: names that this one
   * does not know are dropped, what is missing says nothing.
   */
  public static FeatureVector named(FeatureSchema schema, Map<String, Double> logged) {
    var values = new double[schema.size()];
    for (int i = 0; i < values.length; i++) {
      double value = logged.getOrDefault(schema.features().get(i).name(), 0.0);
      values[i] = Double.isFinite(value) ? Math.clamp(value, -1, 1) : 0;
    }
    return new FeatureVector(schema, values);
  }

  /** Name to value, in schema order, zeros left out: the form in which slates are logged. */
  public Map<String, Double> named() {
    var named = new LinkedHashMap<String, Double>();
    for (int i = 0; i < values.length; i++)
      if (values[i] != 0) named.put(schema.features().get(i).name(), values[i]);
    return named;
  }
}
