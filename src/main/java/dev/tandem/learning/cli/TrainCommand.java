package dev.tandem.learning.cli;

import dev.tandem.learning.training.Training;
import dev.tandem.learning.training.TrainingReport.Result;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.PendingWork;
import dev.tandem.shared.ProgressLine;
import dev.tandem.shared.StartRefusedException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Learns from the feedback log and puts the model to use when it is better. */
@Command(
    name = "train",
    description =
        "Learns from what reps and buyers did, and puts the model to use if it predicts later"
            + " sessions better than the one in use, with confidence.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Where a server runs on this home, it does the training, and this command waits for it.",
      "Exit codes: 0 trained, promoted or not, or not enough data yet; 1 failed, or another process"
          + " trains; 2 wrong usage."
    })
public class TrainCommand implements Callable<Integer> {
  private final CommandRuntime runtime;

  @Option(names = "--dry-run", description = "Trains and compares, but changes nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  public TrainCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() throws IOException {
    PendingWork pending;
    try {
      pending = runtime.get(PendingWork.class);
    } catch (RuntimeException refused) {
      var home = StartRefusedException.homeHeldElsewhere(refused);
      if (home.isEmpty()) throw refused;
      return new TrainingByServer(home.get(), runtime).train(dryRun, json);
    }
    pending.catchUp();
    var report =
        runtime.get(Training.class).run(dryRun, new ProgressLine(runtime.err(), "events read")::at);
    pending.leftUndone().ifPresent(runtime.err()::println);
    var print = new TrainingPrint(runtime.out(), report);
    if (json) print.json();
    else print.text();
    return report.result() == Result.BUSY ? 1 : 0;
  }
}
