package dev.tandem.sample;

import dev.tandem.shell.ShellNotice;
import org.springframework.stereotype.Component;

/** Says in the frame of every view that what one sees is made up. */
@Component
class SampleNotice implements ShellNotice {
  private final JdbcSampleRecord record;
  private volatile String settled = "";

  SampleNotice(JdbcSampleRecord record) {
    this.record = record;
  }

  @Override
  public String text() {
    if (!settled.isEmpty()) return settled;
    var load = record.find();
    if (load.isEmpty()) return "";
    var text = "Sample company " + load.get().name() + ": synthetic data";
    if (!load.get().finished()) return text + ", loading is not finished";
    settled = text;
    return text;
  }
}
