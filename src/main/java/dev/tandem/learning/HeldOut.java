package dev.tandem.learning;

import java.util.List;

/**
 * How well a model did on sessions that it had not seen, kept with it for people to look at.
 *
 * @param sessions how many it was tested on
 * @param calibration what it predicted beside what happened, the lowest prediction first
 * @param curve how much better than the experts it predicted, by how much it had learned from
 */
public record HeldOut(int sessions, List<Bin> calibration, List<Step> curve) {
  public HeldOut {
    calibration = List.copyOf(calibration);
    curve = List.copyOf(curve);
  }

  /**
   * Items of about the same prediction.
   *
   * @param predicted, observed mean reward, in [0, 1]: 0 passed over, 1 said to have helped
   * @param low, high 95 % interval of the observed mean
   */
  public record Bin(double predicted, double observed, long items, double low, double high) {}

  /**
   * @param sessions learned from
   * @param tested later sessions it was tested on
   * @param gain log-likelihood a session above that of the experts' weights, in nats
   * @param low, high its 95 % interval
   */
  public record Step(int sessions, int tested, double gain, double low, double high) {}
}
