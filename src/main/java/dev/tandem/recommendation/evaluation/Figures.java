package dev.tandem.recommendation.evaluation;

import dev.tandem.learning.BootstrapMean;
import dev.tandem.learning.EvaluationReport;
import dev.tandem.learning.PairedDifference;
import dev.tandem.learning.RankingMetric;
import java.util.Locale;

/** Figures as people read them, the same in the terminal, on the page and in the UI. */
public final class Figures {
  private static final double LEAST_SHOWN = 0.0005;

  private Figures() {}

  public static String value(double value) {
    double shown = Math.abs(value) < LEAST_SHOWN ? 0 : value; // no "-0.000"
    return String.format(Locale.ROOT, "%.3f", shown);
  }

  public static String signed(double value) {
    var shown = value(value);
    return shown.startsWith("-") || shown.equals("0.000") ? shown : "+" + shown;
  }

  /** Such as {@code 0.512 [0.470, 0.551]}; one situation alone has no interval. */
  public static String mean(EvaluationReport report, RankingMetric metric) {
    var mean = report.mean(metric);
    return value(mean.mean()) + (report.evaluated().size() == 1 ? "" : interval(mean));
  }

  /** Such as {@code +0.020 [-0.010, 0.051]}; one situation alone has no interval. */
  public static String difference(PairedDifference difference) {
    int situations = difference.better() + difference.worse() + difference.equal();
    return signed(difference.mean().mean()) + (situations == 1 ? "" : interval(difference.mean()));
  }

  /** Such as {@code p = 0.031}; never {@code p = 0}. */
  public static String pValue(double p) {
    return p < 0.001 ? "p < 0.001" : "p = " + String.format(Locale.ROOT, "%.3f", p);
  }

  private static String interval(BootstrapMean mean) {
    return " [" + value(mean.interval().low()) + ", " + value(mean.interval().high()) + "]";
  }
}
