package dev.tandem.shared;

import java.io.PrintWriter;
import java.util.Locale;

/** Tells how far long work is: nothing in the first second, then a line a second. */
public final class ProgressLine {
  private static final long SECOND = 1_000_000_000L;

  private final PrintWriter out;
  private final String unit;
  private long toldAt = System.nanoTime();

  /**
   * @param unit what is counted, such as {@code rows}
   */
  public ProgressLine(PrintWriter out, String unit) {
    this.out = out;
    this.unit = unit;
  }

  /** To be called often; prints at most once a second. */
  public void at(long done) {
    long now = System.nanoTime();
    if (now - toldAt < SECOND) return;
    toldAt = now;
    out.println(String.format(Locale.ROOT, "%,d %s …", done, unit));
    out.flush();
  }
}
