package dev.tandem.sample;

import dev.tandem.shared.Filling;
import dev.tandem.shell.ShellNotice;
import org.springframework.stereotype.Component;

/** Says that what one sees is made up, and whether more of it is still to come. */
@Component
class SampleNotice implements ShellNotice, Filling {
  private final JdbcSampleRecord record;
  private volatile String settled = "";

  SampleNotice(JdbcSampleRecord record) {
    this.record = record;
  }

  @Override
  public Line now() {
    return Line.of(text());
  }

  String text() {
    if (!settled.isEmpty()) return settled;
    var load = record.find();
    if (load.isEmpty()) return "";
    var text = "Sample company " + load.get().name() + ": synthetic data";
    if (!load.get().finished()) return text + ", loading is not finished";
    settled = text;
    return text;
  }

  @Override
  public boolean goesOn() {
    return settled.isEmpty() && record.find().filter(load -> !load.finished()).isPresent();
  }
}
