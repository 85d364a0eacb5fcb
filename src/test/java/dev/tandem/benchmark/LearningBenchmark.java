package dev.tandem.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.tandem.benchmark.SimulatedMarket.Form;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares learners on simulated logs, or on public data. */
@Command(
    name = "bench learning",
    mixinStandardHelpOptions = true,
    description = "Compares learners on simulated logs, or on public data.")
final class LearningBenchmark implements Runnable {

  @Parameters(description = "Sessions of the logs (default: 100 500 5000 50000).")
  private List<Integer> sizes = List.of(100, 500, 5_000, 50_000);

  @Option(names = "--seeds", description = "Seeds a form (default: 5).")
  private int seeds = 5;

  @Option(names = "--first-seed", description = "The first of them (default: 1).")
  private int firstSeed = 1;

  @Option(
      names = "--forms",
      split = ",",
      description = "Of the hidden utility: ${COMPLETION-CANDIDATES} (default: all).")
  private List<Form> forms = List.of(Form.values());

  @Option(
      names = "--only",
      split = ",",
      description = "Learners whose names contain one of these, besides ours and the prior.")
  private List<String> only = List.of();

  @Option(names = "--regret", description = "Sessions of the closed loop (default: 2000; 0: none).")
  private int regret = 2_000;

  @Option(names = "--letor", description = "A file in the format of LETOR and SVMrank instead.")
  private @Nullable Path letor;

  @Option(
      names = "--clicks",
      description = "With --letor: so many sessions of simulated clicks to learn from.")
  private int clicks;

  @Option(names = "--obd", description = "A CSV file of the Open Bandit Dataset instead.")
  private @Nullable Path obd;

  private final List<RowLearner> rivals;

  private LearningBenchmark(List<RowLearner> rivals) {
    this.rivals = rivals;
  }

  public static void main(String[] arguments) {
    run(arguments, List.of());
  }

  static void run(String[] arguments, List<RowLearner> rivals) {
    // the minimizer and the trees tell of every step
    ((Logger) LoggerFactory.getLogger("smile")).setLevel(Level.OFF);
    var command =
        new CommandLine(new LearningBenchmark(rivals)).setCaseInsensitiveEnumValuesAllowed(true);
    command.setExecutionExceptionHandler(
        (failure, _, _) -> {
          if (!(failure instanceof IllegalArgumentException)) throw failure;
          System.err.println(failure.getMessage());
          return 2;
        });
    System.exit(command.execute(arguments));
  }

  @Override
  public void run() {
    if (letor != null) LetorComparison.print(letor, clicks, rowLearners(), seeds);
    else if (obd != null) OpenBanditComparison.print(obd, rowLearners());
    else simulated();
  }

  private List<RowLearner> rowLearners() {
    var all = new ArrayList<RowLearner>();
    all.add(new RowClickModel("naive logistic regression", false, false));
    all.add(new LinUcb(0));
    all.addAll(rivals);
    all.add(new RowClickModel("**our click model, without a prior**", true, true));
    return all;
  }

  private void simulated() {
    var learners = new ArrayList<>(Learners.known());
    for (var rival : rivals) learners.add(new OnRows(rival));
    learners.removeIf(
        learner ->
            !only.isEmpty()
                && !learner.name().equals(Learners.PRIOR)
                && !learner.name().equals(Learners.NOTHING)
                && only.stream()
                    .noneMatch(
                        part ->
                            learner
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .contains(part.toLowerCase(Locale.ROOT))));
    learners.add(Learners.ours());
    if (regret > 0) regret();
    for (int size : sizes) {
      var all = new Offline();
      for (var form : forms) {
        var one = new Offline();
        for (int seed = firstSeed; seed < firstSeed + seeds; seed++) {
          long start = System.nanoTime();
          one.run(form, size, seed, learners);
          System.err.printf(
              Locale.ROOT,
              "%,d sessions, %s, seed %d: %.0f s%n",
              size,
              form,
              seed,
              (System.nanoTime() - start) / 1e9);
        }
        one.print(
            String.format(
                Locale.ROOT, "%,d sessions, %s", size, form.name().toLowerCase(Locale.ROOT)));
        all.addAll(one);
      }
      if (forms.size() > 1) all.print(String.format(Locale.ROOT, "%,d sessions, all forms", size));
    }
    ScoringSpeed.print();
  }

  private void regret() {
    var loop = new ClosedLoop(regret);
    var compared =
        Arrays.asList(Learners.prior(), Learners.popularity(), Learners.linUcb(), Learners.ours());
    for (var form : forms)
      for (int seed = firstSeed; seed < firstSeed + seeds; seed++) loop.run(form, seed, compared);
    loop.print();
  }
}
