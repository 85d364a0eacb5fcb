package dev.tandem.learning.training;

import dev.tandem.learning.Example;

/**
 * One item that was seen, and what came of it.
 *
 * @param position on the slate, from 1
 * @param reward in [0, 1], see {@link Reward}
 * @param weight how much it counts, above 0; 1 for a plain impression
 */
public record Judged(Example example, int position, double reward, double weight) {
  public Judged {
    if (position < 1) throw new IllegalArgumentException("positions count from 1: " + position);
    if (!(reward >= 0 && reward <= 1)) throw new IllegalArgumentException("reward: " + reward);
    if (!(weight > 0 && weight < 100)) throw new IllegalArgumentException("weight: " + weight);
  }

  boolean used() {
    return reward > 0;
  }

  Judged of(Example known) {
    return new Judged(known, position, reward, weight);
  }

  Judged weighing(double factor) {
    return new Judged(example, position, reward, weight * factor);
  }
}
