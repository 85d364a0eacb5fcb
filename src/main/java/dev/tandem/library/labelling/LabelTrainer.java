package dev.tandem.library.labelling;

import dev.tandem.library.labelling.Calibration.Seen;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Fits what people said about one vocabulary, and measures by cross-validation whether that beats
 * the cues. The cues are weighed on the same labels: how frequent a term is does not count as a
 * gain.
 */
public final class LabelTrainer {
  private static final int FOLDS = 5;
  private static final int FEWEST_OF_A_TERM = 3;

  private final LossMinimizer minimizer;

  public LabelTrainer(LossMinimizer minimizer) {
    this.minimizer = minimizer;
  }

  /**
   * @param model empty where the gate is closed
   */
  public record Outcome(LabelGate gate, Optional<LabelModel> model) {}

  public Outcome train(List<LabelExample> said) {
    var examples = said.stream().sorted(Comparator.comparing(LabelTrainer::shuffled)).toList();
    var terms = terms(examples);
    if (examples.size() < LabelGate.FEWEST_ASSETS || terms.isEmpty())
      return new Outcome(LabelGate.tooFew(examples.size()), Optional.empty());
    var cues = new double[examples.size()];
    var learned = new double[examples.size()];
    var seen = new ArrayList<Seen>();
    for (int fold = 0; fold < FOLDS; fold++) validate(fold, examples, terms, cues, learned, seen);
    var gate = LabelGate.of(cues, learned);
    var calibration = Calibration.fit(seen, minimizer);
    if (!gate.passed() || calibration.slope() <= 0) return new Outcome(gate, Optional.empty());
    var scale = LabelScale.of(examples, terms);
    var regression = LabelRegression.fit(LabelCells.of(examples, terms, scale), true, minimizer);
    return new Outcome(
        gate,
        Optional.of(
            new LabelModel(terms, counts(examples, terms), gate, scale, regression, calibration)));
  }

  private void validate(
      int fold,
      List<LabelExample> examples,
      List<Term> terms,
      double[] cues,
      double[] learned,
      List<Seen> seen) {
    var others = new ArrayList<LabelExample>();
    var held = new ArrayList<Integer>();
    for (int i = 0; i < examples.size(); i++)
      if (i % FOLDS == fold) held.add(i);
      else others.add(examples.get(i));
    var scale = LabelScale.of(others, terms);
    var cells = LabelCells.of(others, terms, scale);
    var byCues = LabelRegression.fit(cells, false, minimizer);
    var byAll = LabelRegression.fit(cells, true, minimizer);
    for (int i : held) {
      var row = LabelCells.of(List.of(examples.get(i)), terms, scale);
      for (int t = 0; t < terms.size(); t++) {
        int truth = row.truth()[0][t];
        if (truth < 0) continue;
        double logit = byAll.logit(t, row.features()[0][t], row.meaning()[0]);
        seen.add(new Seen(logit, truth));
        learned[i] += LabelRegression.loss(logit, truth);
        cues[i] +=
            LabelRegression.loss(byCues.logit(t, row.features()[0][t], row.meaning()[0]), truth);
      }
    }
  }

  private static List<Term> terms(List<LabelExample> examples) {
    var yes = new HashMap<Term, Integer>();
    var told = new HashMap<Term, Integer>();
    for (var example : examples) for (var term : example.yes()) yes.merge(term, 1, Integer::sum);
    for (var term : yes.keySet())
      told.put(term, (int) examples.stream().filter(each -> each.tells(term)).count());
    return yes.entrySet().stream()
        .filter(each -> each.getValue() >= FEWEST_OF_A_TERM)
        .filter(each -> told.getOrDefault(each.getKey(), 0) - each.getValue() >= FEWEST_OF_A_TERM)
        .map(java.util.Map.Entry::getKey)
        .sorted(Comparator.comparing(Term::key))
        .toList();
  }

  private static List<Integer> counts(List<LabelExample> examples, List<Term> terms) {
    return terms.stream()
        .map(term -> (int) examples.stream().filter(each -> each.yes().contains(term)).count())
        .toList();
  }

  /** An order that has nothing to do with names, and is the same every time. */
  private static long shuffled(LabelExample example) {
    long hash = 0;
    for (int i = 0; i < example.asset().length(); i++)
      hash = (hash ^ example.asset().charAt(i)) * 0x9e3779b97f4a7c15L;
    return hash ^ (hash >>> 29);
  }
}
