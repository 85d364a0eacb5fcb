package dev.tandem.library.labelling;

/**
 * Whether what was learned beats the cues on labels that it was not fitted to.
 *
 * @param assets on which people said something about this vocabulary
 * @param cuesLoss mean over the assets of the log-loss of all their labels, in nats, by the cues
 *     alone, weighed on the same labels; 0 before there are enough
 * @param learnedLoss the same by the cues, nearness and meaning together
 * @param gain by how much the second is smaller, per asset
 * @param gainError the standard error of that
 */
public record LabelGate(
    int assets, double cuesLoss, double learnedLoss, double gain, double gainError) {
  /** Fewer say nothing about the rest of a library. */
  static final int FEWEST_ASSETS = 15;

  /** One-sided 95 % of the normal distribution. */
  private static final double SURE = 1.645;

  static LabelGate tooFew(int assets) {
    return new LabelGate(assets, 0, 0, 0, 0);
  }

  /**
   * @param cues, learned the losses asset by asset
   */
  static LabelGate of(double[] cues, double[] learned) {
    int n = cues.length;
    double sumCues = 0, sumLearned = 0;
    for (int i = 0; i < n; i++) {
      sumCues += cues[i];
      sumLearned += learned[i];
    }
    double gain = (sumCues - sumLearned) / n;
    double squares = 0;
    for (int i = 0; i < n; i++) squares += Math.pow(cues[i] - learned[i] - gain, 2);
    return new LabelGate(
        n, sumCues / n, sumLearned / n, gain, Math.sqrt(squares / Math.max(1, n - 1) / n));
  }

  public boolean passed() {
    return assets >= FEWEST_ASSETS && gain > SURE * gainError;
  }
}
