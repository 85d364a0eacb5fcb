package dev.tandem.recommendation.cli;

import dev.tandem.learning.Judgments;
import dev.tandem.learning.RankingModels;
import dev.tandem.library.Assets;
import dev.tandem.library.NearCopies;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.SituationAnswers;
import dev.tandem.recommendation.evaluation.Answers;
import dev.tandem.recommendation.evaluation.Evaluation;
import dev.tandem.recommendation.evaluation.EvaluationPage;
import dev.tandem.recommendation.evaluation.Evaluator;
import dev.tandem.recommendation.evaluation.Ranker;
import dev.tandem.recommendation.evaluation.ShownAssets;
import dev.tandem.recommendation.evaluation.SituationFile;
import dev.tandem.shared.CommandRuntime;
import dev.tandem.shared.PendingWork;
import dev.tandem.shared.ProgressLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
          + " bootstrap intervals over the situations, beside another ranker (text search alone,"
          + " if none is named): their difference pair by pair with a randomisation test, by kind"
          + " of situation, and the situations that differ most."
    },
    mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
  private static final String RANKERS = "prior|learned|text|dense|hybrid";

  private final CommandRuntime runtime;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--situations",
      paramLabel = "FILE.jsonl",
      description =
          "One JSON object a line: {\"id\", \"query\", \"deal\": {industry, company_size, region,"
              + " persona, stage, competitor, products, notes}, \"kind\"}; only id is required."
              + " Figures are split by kind.")
  private @Nullable Path situations;

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "Judgments, one a line: situation 0 asset grade (0 to 3).")
  private @Nullable Path qrels;

  @Option(
      names = "--beir",
      paramLabel = "DIR",
      description =
          "Instead of both: a collection in the BEIR layout, with queries.jsonl and qrels/test.tsv"
              + " (bring its corpus.jsonl in first with 'import assets --beir DIR', into a home of"
              + " its own).")
  private @Nullable Path beir;

  @Option(names = "--run", paramLabel = "OUT.trec", description = "Writes the TREC run.")
  private @Nullable Path run;

  @Option(
      names = "--report",
      paramLabel = "OUT.html",
      description = "Writes a page that shows for each situation what came and why.")
  private @Nullable Path report;

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "Assets a situation, 1 to 100 (default: ${DEFAULT-VALUE}).")
  private int depth = 20;

  @Option(
      names = "--ranker",
      paramLabel = RANKERS,
      description =
          "prior, learned; or, to compare with, search alone: text by words, dense by meaning,"
              + " hybrid by both (default: the model in use).")
  private @Nullable Ranker ranker;

  @Option(
      names = "--compare",
      paramLabel = RANKERS,
      description = "The ranker to compare with (default: text).")
  private @Nullable Ranker compare;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  public EvaluateCommand(CommandRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public Integer call() throws IOException {
    if (depth < 1 || depth > 100)
      throw new ParameterException(spec.commandLine(), "--depth: from 1 to 100, not " + depth);
    var asked = asked();
    if (asked == null) {
      runtime.err().println("Nothing evaluated: correct these lines first.");
      return 1;
    }
    var evaluator =
        new Evaluator(runtime.get(SituationAnswers.class), runtime.get(RankingModels.class));
    if ((ranker == Ranker.LEARNED || compare == Ranker.LEARNED)
        && evaluator.models().learned().isEmpty()) {
      runtime.err().println("No learned model was promoted yet; use --ranker prior.");
      return 1;
    }
    runtime.get(PendingWork.class).finish(runtime.err());
    runtime.get(NearCopies.class).catchUp();
    var chosen = ranker != null ? ranker : evaluator.inUse();
    var answers = answers(evaluator, asked.situations(), chosen);
    if (run != null) TrecRun.write(run, answers.bySituation());
    var judgments = asked.judgments();
    if (judgments == null) return withoutJudgments(asked.situations(), answers);
    var other = compare != null ? compare : Ranker.TEXT;
    var compared = other == chosen ? null : answers(evaluator, asked.situations(), other);
    var evaluation = Evaluation.of(asked.situations(), judgments, answers, compared);
    return tell(evaluation);
  }

  private int withoutJudgments(List<EvaluationSituation> asked, Answers answers)
      throws IOException {
    var evaluation = Evaluation.of(asked, Judgments.NONE, answers, null);
    if (report != null) write(report, evaluation, shown(evaluation));
    if (json) EvaluationJson.print(runtime.out(), evaluation, null);
    else EvaluationPrint.withoutJudgments(runtime.out(), answers, run);
    return 0;
  }

  private int tell(Evaluation evaluation) throws IOException {
    var shown = shown(evaluation);
    if (report != null) write(report, evaluation, shown);
    if (json) EvaluationJson.print(runtime.out(), evaluation, shown);
    else new EvaluationPrint(runtime.out(), evaluation, shown).table();
    return evaluation.anyMeasured() ? 0 : 1;
  }

  private ShownAssets shown(Evaluation evaluation) {
    return ShownAssets.of(evaluation, runtime.get(Assets.class));
  }

  private static void write(Path file, Evaluation evaluation, ShownAssets shown)
      throws IOException {
    Files.writeString(file, EvaluationPage.of(evaluation, shown));
  }

  private record Asked(List<EvaluationSituation> situations, @Nullable Judgments judgments) {}

  /** Null when a line is wrong; which one was said. */
  private @Nullable Asked asked() throws IOException {
    var file = situations;
    var collection = beir;
    if ((file == null) == (collection == null))
      throw new ParameterException(spec.commandLine(), "Either --situations or --beir.");
    if (collection != null) {
      if (qrels != null)
        throw new ParameterException(spec.commandLine(), "--beir has judgments of its own.");
      var read = BeirQueries.read(collection);
      read.problems().forEach(runtime.err()::println);
      return read.problems().isEmpty() ? new Asked(read.situations(), read.judgments()) : null;
    }
    var read = SituationFile.read(java.util.Objects.requireNonNull(file));
    read.unknownKeys().forEach(problem -> runtime.err().println(file + ", " + problem));
    read.problems().forEach(problem -> runtime.err().println(file + ", " + problem));
    if (!read.problems().isEmpty()) return null;
    return new Asked(read.situations(), qrels == null ? null : judgments(qrels));
  }

  private static Judgments judgments(Path file) throws IOException {
    try {
      return Judgments.parse(SituationFile.Lines.of(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ", " + e.getMessage()); // the innermost is shown
    }
  }

  private Answers answers(Evaluator evaluator, List<EvaluationSituation> asked, Ranker by) {
    var progress = new ProgressLine(runtime.err(), "situations");
    return evaluator.answers(asked, by, depth, progress::at);
  }
}
