package dev.tandem.learning.cli;

import dev.tandem.learning.cli.TrainingNote.Answer;
import dev.tandem.learning.training.TrainingReport;
import dev.tandem.learning.training.TrainingSchedule;
import dev.tandem.shared.TandemHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The server's side of {@link TrainingNote}: looks each second whether a command asks. */
@Component
@Profile("!command")
class TrainingDesk {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingDesk.class);

  private final TandemHome home;
  private final TrainingSchedule schedule;
  private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();

  TrainingDesk(TandemHome home, TrainingSchedule schedule) {
    this.home = home;
    this.schedule = schedule;
  }

  @Scheduled(fixedDelayString = "PT1S")
  void look() {
    try {
      var now = answer.get();
      if (now != null) {
        tell(now);
        return;
      }
      var request = TrainingNote.request(home, true);
      if (request == null) return;
      var begun = new Answer(request.id(), 0, 0, null, "", "");
      answer.set(begun);
      boolean started =
          schedule.start(
              request.dryRun(),
              report -> answer.set(done(begun, report)),
              failure -> answer.set(failed(begun, String.valueOf(failure.getMessage()))));
      if (!started) answer.set(failed(begun, "training is going on at this moment"));
      tell(begun);
    } catch (IOException e) {
      LOG.warn("A command that asks for a training gets no answer: {}", e.toString());
    }
  }

  /** The last word once, a sign of life before it. */
  private void tell(Answer so) throws IOException {
    boolean over = so.exitCode() != null;
    var next =
        new Answer(
            so.id(), so.beats() + 1, schedule.status().read(), so.exitCode(), so.text(), so.json());
    TrainingNote.write(home, next);
    answer.compareAndSet(so, over ? null : next);
  }

  private static Answer done(Answer begun, TrainingReport report) {
    var text = new StringWriter();
    new TrainingPrint(new PrintWriter(text, true), report).text();
    var json = new StringWriter();
    new TrainingPrint(new PrintWriter(json, true), report).json();
    int exitCode = report.result() == TrainingReport.Result.BUSY ? 1 : 0;
    return new Answer(
        begun.id(), Long.MAX_VALUE / 2, 0, exitCode, text.toString(), json.toString());
  }

  private static Answer failed(Answer begun, String why) {
    return new Answer(
        begun.id(),
        Long.MAX_VALUE / 2,
        0,
        1,
        why + System.lineSeparator(),
        "{\"result\":\"failed\"}");
  }
}
