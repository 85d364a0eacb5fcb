package dev.tandem.shared;

/**
 * A closed interval {@code [low, high]} around an estimate, in the estimate's own unit.
 *
 * @param level how often such intervals cover the truth, in (0, 1), usually 0.95
 */
public record Interval(double low, double high, double level) {
  public Interval {
    if (!(low <= high))
      throw new IllegalArgumentException("interval upside down: " + low + " > " + high);
    if (!(level > 0 && level < 1))
      throw new IllegalArgumentException("level outside (0, 1): " + level);
  }
}
