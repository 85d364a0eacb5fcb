package dev.tandem.recommendation.cli;

import dev.tandem.learning.EvaluationReport;
import dev.tandem.learning.Judgments;
import dev.tandem.learning.RankingModels;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.SituationAnswers;
import dev.tandem.recommendation.SituationAnswers.Answer;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.PendingWork;
import dev.tandem.shared.ProgressLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the recommender on situations that people judged. */
@Command(
    name = "evaluate",
    description = {
      "Answers every situation with the engine that the web UI uses; nothing is logged.",
      "With judgments it prints nDCG, recall and success as trec_eval defines them, with 95 %%"
          + " bootstrap intervals over the situations, beside text search alone."
    },
    mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
  enum Ranker {
    PRIOR,
    LEARNED,
    TEXT,
    DENSE,
    HYBRID
  }

  private final CommandRuntime runtime;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--situations",
      required = true,
      paramLabel = "FILE.jsonl",
      description =
          "One JSON object a line: {\"id\", \"query\", \"deal\": {industry, company_size, region,"
              + " persona, stage, competitor, products, notes}}; only id is required.")
  private Path situations = Path.of("");

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Judgments, one a line: situation 0 asset grade (0 to 3).")
  private @Nullable Path qrels;

  @Option(names = "--run", paramLabel = "OUT.trec", description = "Writes the TREC run.")
  private @Nullable Path run;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "Assets a situation, 1 to 100 (default: ${DEFAULT-VALUE}).")
  private int depth = 20;

  @Option(
      names = "--ranker",
      paramLabel = "prior|learned|text|dense|hybrid",
      description =
          "prior, learned; or, to compare with, search alone: text by words, dense by meaning,"
              + " hybrid by both (default: the model in use).")
  private @Nullable Ranker ranker;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  public EvaluateCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() throws IOException {
    if (depth < 1 || depth > 100)
      throw new ParameterException(spec.commandLine(), "--depth: from 1 to 100, not " + depth);
    var file = SituationFile.read(situations);
    file.unknownKeys().forEach(problem -> runtime.err().println(situations + ", " + problem));
    file.problems().forEach(problem -> runtime.err().println(situations + ", " + problem));
    if (!file.problems().isEmpty()) {
      runtime.err().println("Nothing evaluated: correct these lines first.");
      return 1;
    }
    var judgments = qrels == null ? null : judgments(qrels);
    var learned = runtime.get(RankingModels.class).learned();
    if (ranker == Ranker.LEARNED && learned.isEmpty()) {
      runtime.err().println("No learned model was promoted yet; use --ranker prior.");
      return 1;
    }
    var pending = runtime.get(PendingWork.class);
    pending.finish(new ProgressLine(runtime.err(), pending.unit())::at);
    var chosen = ranker != null ? ranker : learned.isPresent() ? Ranker.LEARNED : Ranker.PRIOR;
    var answers = answers(file.situations(), chosen);
    if (run != null) TrecRun.write(run, answers);
    var report =
        new EvaluationPrint(
            runtime.out(), chosen.name().toLowerCase(java.util.Locale.ROOT), answers);
    if (judgments == null) {
      if (json) report.json(null, null);
      else report.withoutJudgments(run);
      return 0;
    }
    var measured = EvaluationReport.of(assets(answers), judgments);
    var text =
        chosen == Ranker.TEXT
            ? null
            : EvaluationReport.of(assets(answers(file.situations(), Ranker.TEXT)), judgments);
    if (json) report.json(measured, text);
    else report.table(measured, text);
    return measured.evaluated().isEmpty() ? 1 : 0;
  }

  private static Judgments judgments(Path file) throws IOException {
    try {
      return Judgments.parse(SituationFile.Lines.of(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ", " + e.getMessage()); // the innermost is shown
    }
  }

  private Map<String, List<Answer>> answers(List<EvaluationSituation> asked, Ranker by) {
    var engine = runtime.get(SituationAnswers.class);
    var models = runtime.get(RankingModels.class);
    var progress = new ProgressLine(runtime.err(), "situations");
    var answers = new LinkedHashMap<String, List<Answer>>();
    for (var situation : asked) {
      progress.at(answers.size());
      answers.put(
          situation.id(),
          switch (by) {
            case TEXT -> engine.byText(situation, depth);
            case DENSE -> engine.byMeaning(situation, depth);
            case HYBRID -> engine.byBoth(situation, depth);
            case PRIOR -> engine.ranked(situation, models.prior(), depth);
            case LEARNED -> engine.ranked(situation, models.learned().orElseThrow(), depth);
          });
    }
    return answers;
  }

  private static Map<String, List<String>> assets(Map<String, List<Answer>> answers) {
    var assets = new LinkedHashMap<String, List<String>>();
    answers.forEach(
        (situation, ranking) ->
            assets.put(situation, ranking.stream().map(Answer::asset).toList()));
    return assets;
  }
}
