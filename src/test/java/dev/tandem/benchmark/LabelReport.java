package dev.tandem.benchmark;

import dev.tandem.benchmark.JudgedLabels.Hits;
import dev.tandem.shared.Proportion;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Prints judged labels as Markdown: Wilson intervals for rates, bootstrap over assets for F1. */
record LabelReport(List<JudgedLabels> judged) {
  private static final int RESAMPLES = 2_000;

  void print() {
    System.out.printf("%n%d labelled files%n%n| label | figure |%n| --- | --- |%n", judged.size());
    var typed = judged.stream().filter(it -> it.truth().type() != null).toList();
    rate("type right", typed, LabelReport::typeIsRight);
    rate("type: sure enough to say one", typed, LabelReport::saysType);
    rate(
        "type right where one was said",
        typed.stream().filter(LabelReport::saysType).toList(),
        LabelReport::typeIsRight);
    var staged = judged.stream().filter(it -> !it.truth().stages().isEmpty()).toList();
    rate("first stage is a true one", staged, LabelReport::firstStageIsRight);
    rate("stage: sure enough to say one", staged, it -> !it.inferred().stages().isEmpty());
    set("stages", staged.stream().map(JudgedLabels::stages).toList());
    for (var dimension : Dimension.values())
      if (judged.stream().anyMatch(it -> it.trueTerms().containsKey(dimension)))
        set(dimension.id(), judged.stream().map(it -> it.terms(dimension)).toList());
    rate(
        "audience right",
        judged.stream().filter(it -> it.truth().audience() != null).toList(),
        it -> it.inferred().audience().value() == it.truth().audience());
    rate(
        "internal recognised as internal",
        judged.stream()
            .filter(it -> it.truth().audience() == dev.tandem.taxonomy.Audience.INTERNAL)
            .toList(),
        it -> it.inferred().audience().value() == it.truth().audience());
    rate(
        "language right",
        judged.stream().filter(it -> it.truth().language() != null).toList(),
        it -> it.inferred().language().value().equals(it.truth().language()));
    confidence(typed);
    confusion(typed);
  }

  private static boolean saysType(JudgedLabels one) {
    return one.inferred().type().value() != ContentType.OTHER;
  }

  private static boolean typeIsRight(JudgedLabels one) {
    return one.inferred().type().value() == one.truth().type();
  }

  private static boolean firstStageIsRight(JudgedLabels one) {
    var stages = one.inferred().stages();
    return !stages.isEmpty() && one.truth().stages().contains(stages.getFirst().value());
  }

  private static void rate(String what, List<JudgedLabels> of, Predicate<JudgedLabels> holds) {
    if (of.isEmpty()) return;
    var rate = new Proportion(of.stream().filter(holds).count(), of.size());
    var interval = rate.wilson95();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d of %d = %.3f [%.3f, %.3f] |%n",
        what,
        rate.successes(),
        rate.trials(),
        rate.rate(),
        interval.low(),
        interval.high());
  }

  private static void set(String what, List<Hits> hits) {
    var mean = JudgedLabels.micro(hits);
    var random = new Random(20_261_125);
    var f1 = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      var sample = new ArrayList<Hits>(hits.size());
      for (int j = 0; j < hits.size(); j++) sample.add(hits.get(random.nextInt(hits.size())));
      f1[i] = JudgedLabels.micro(sample)[2];
    }
    Arrays.sort(f1);
    System.out.printf(
        Locale.ROOT,
        "| %s | precision %.3f, recall %.3f, F1 %.3f [%.3f, %.3f] |%n",
        what,
        mean[0],
        mean[1],
        mean[2],
        f1[RESAMPLES / 40],
        f1[RESAMPLES - 1 - RESAMPLES / 40]);
  }

  /** Whether 80 % sure means right in four of five. */
  private static void confidence(List<JudgedLabels> typed) {
    System.out.printf("%n| confidence of the type | right |%n| --- | --- |%n");
    for (double low : new double[] {0, 0.5, 0.6, 0.7, 0.8, 0.9}) {
      double high = low == 0 ? 0.5 : low + 0.1;
      rate(
          String.format(Locale.ROOT, "%.1f to %.1f", low, high),
          typed.stream()
              .filter(LabelReport::saysType)
              .filter(it -> it.inferred().type().confidence() >= low)
              .filter(it -> it.inferred().type().confidence() < high + (high == 1 ? 1 : 0))
              .toList(),
          LabelReport::typeIsRight);
    }
  }

  private static void confusion(List<JudgedLabels> typed) {
    System.out.printf("%n| true type | right | taken for |%n| --- | --- | --- |%n");
    var byType = new TreeMap<ContentType, List<JudgedLabels>>();
    for (var one : typed)
      byType.computeIfAbsent(one.truth().type(), none -> new ArrayList<>()).add(one);
    byType.forEach(
        (type, all) -> {
          var wrong = new TreeMap<ContentType, Integer>();
          for (var one : all)
            if (!typeIsRight(one)) wrong.merge(one.inferred().type().value(), 1, Integer::sum);
          System.out.printf(
              "| %s | %d of %d | %s |%n",
              type.id(),
              all.stream().filter(LabelReport::typeIsRight).count(),
              all.size(),
              String.join(
                  ", ",
                  wrong.entrySet().stream()
                      .sorted(
                          java.util.Map.Entry.<ContentType, Integer>comparingByValue().reversed())
                      .map(it -> it.getKey().id() + " " + it.getValue())
                      .toList()));
        });
  }

  void printMistakes() {
    System.out.println();
    judged.stream()
        .filter(it -> it.truth().type() != null && !typeIsRight(it))
        .sorted(Comparator.comparing(it -> String.valueOf(it.truth().type())))
        .forEach(
            it ->
                System.out.printf(
                    Locale.ROOT,
                    "- %s taken for %s (%.2f): “%s” — %s%n",
                    it.truth().type().id(),
                    it.inferred().type().value().id(),
                    it.inferred().type().confidence(),
                    it.inferred().title().value(),
                    it.inferred().type().basis()));
  }
}
