package dev.tandem.benchmark;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.tandem.benchmark.SimulatedMarket.Form;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
  /** From so many sessions on a run takes minutes. */
  private static final int LONG = 20_000;

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

  @Option(
      names = "--every-form",
      description = "Every form with every seed from 20,000 sessions on, too; takes hours.")
  private boolean everyForm;

  @Option(
      names = "--threads",
      description = "Runs at once (default: 2); with 1 the memory of each learner is told, too.")
  private int threads = 2;

  @Option(
      names = "--regret",
      description = "Sessions of the closed loop, two seeds a form (default: 1000; 0: none).")
  private int regret = 1_000;

  @Option(
      names = "--shared",
      description =
          "Share of an asset's hidden quality that it has from near texts and its author, 0 to 1"
              + " (default: 0).")
  private double shared;

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
    ((Logger) LoggerFactory.getLogger("io.github.metarank")).setLevel(Level.OFF);
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
    for (int size : sizes) compare(size, learners);
    ScoringSpeed.print();
  }

  private record Task(Form form, int seed) {}

  /** A long log is simulated a seed once, of the forms in turn; shorter ones of every form. */
  private List<Task> tasks(int size) {
    var tasks = new ArrayList<Task>();
    for (int i = 0; i < forms.size(); i++)
      for (int seed = firstSeed; seed < firstSeed + seeds; seed++)
        if (size < LONG || (seed - firstSeed) % forms.size() == i || everyForm)
          tasks.add(new Task(forms.get(i), seed));
    return tasks;
  }

  private void compare(int size, List<Learner> learners) {
    var byForm = new EnumMap<Form, Offline>(Form.class);
    var all = new Offline();
    try (var workers = Executors.newFixedThreadPool(threads)) {
      var pending = new LinkedHashMap<Task, Future<Offline>>();
      for (var task : tasks(size))
        pending.put(task, workers.submit(() -> timed(task, size, learners)));
      for (var task : pending.entrySet()) {
        var one = task.getValue().get();
        byForm.computeIfAbsent(task.getKey().form(), none -> new Offline()).addAll(one);
        all.addAll(one);
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("a run failed", e);
    }
    var title = String.format(Locale.ROOT, "%,d sessions, ", size);
    byForm.forEach((form, one) -> one.print(title + form.name().toLowerCase(Locale.ROOT)));
    if (byForm.size() > 1) all.print(title + "all forms");
  }

  private Offline timed(Task task, int size, List<Learner> learners) {
    long start = System.nanoTime();
    var one = Offline.run(task.form(), size, task.seed(), shared, learners, threads == 1);
    System.err.printf(
        Locale.ROOT,
        "%,d sessions, %s, seed %d: %.0f s%n",
        size,
        task.form(),
        task.seed(),
        (System.nanoTime() - start) / 1e9);
    return one;
  }

  private void regret() {
    var loop = new ClosedLoop(regret);
    var compared =
        Arrays.asList(Learners.prior(), Learners.popularity(), Learners.linUcb(), Learners.ours());
    for (var form : forms)
      for (int seed = firstSeed; seed < firstSeed + Math.min(2, seeds); seed++)
        loop.run(form, seed, compared);
    loop.print();
  }
}
