package dev.tandem.benchmark;

import dev.tandem.benchmark.JudgedLabels.Hits;
import dev.tandem.library.Assets;
import dev.tandem.library.Label;
import dev.tandem.library.labelling.EvidenceReader;
import dev.tandem.library.labelling.LabelEvidence;
import dev.tandem.library.labelling.LabelExample;
import dev.tandem.library.labelling.LabelModel;
import dev.tandem.library.labelling.LabelTrainer;
import dev.tandem.library.labelling.smile.SmileLossMinimizer;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What labels learned from confirmed assets are worth on the others, by the trainer and behind the
 * gate that the program uses; and how precise labels would be that rest on nearness to a term's
 * description alone.
 */
final class TermLearning {
  private static final int[] CONFIRMED = {20, 40, 80};
  private static final int SPLITS = 6;
  private static final int FEWEST_LEFT = 20;
  private static final int[] NEAREST = {20, 50, 100};

  private record Page(String id, JudgedLabels judged, LabelEvidence evidence) {
    Set<Term> truth(Dimension dimension) {
      return judged.trueTerms().getOrDefault(dimension, Set.of());
    }

    Set<Term> cues(Dimension dimension) {
      return judged.inferred().terms(dimension).stream()
          .map(Label::value)
          .collect(Collectors.toSet());
    }
  }

  private record Near(double above, boolean right, boolean cued) {}

  private TermLearning() {}

  static void print(List<JudgedLabels> judged, EvidenceReader reader, Assets assets) {
    var pages = new ArrayList<Page>();
    for (var one : judged)
      reader
          .read(one.inferred(), assets.text(one.inferred().id()).orElse(null))
          .ifPresent(
              read -> pages.add(new Page(one.inferred().id().value(), one, read.evidence())));
    System.out.printf(
        "%n| label | by cues alone | nearest to its description, not found by a cue: right of the"
            + " first %d, %d, %d |%n| --- | --- | --- |%n",
        NEAREST[0], NEAREST[1], NEAREST[2]);
    for (var dimension : Dimension.values())
      if (isLabelled(pages, dimension)) near(pages, dimension);
    System.out.printf(
        "%n| label | confirmed | cues on the others | learned, behind the gate | gate open |%n"
            + "| --- | --- | --- | --- | --- |%n");
    for (var dimension : Dimension.values())
      if (isLabelled(pages, dimension))
        for (int confirmed : CONFIRMED)
          if (pages.size() - confirmed >= FEWEST_LEFT) learned(pages, dimension, confirmed);
  }

  private static boolean isLabelled(List<Page> pages, Dimension dimension) {
    return pages.stream().anyMatch(page -> !page.truth(dimension).isEmpty());
  }

  private static void near(List<Page> pages, Dimension dimension) {
    var terms = new HashSet<Term>();
    for (var page : pages)
      page.evidence().nearness().keySet().stream()
          .filter(term -> term.dimension() == dimension)
          .forEach(terms::add);
    var all = new ArrayList<Near>();
    for (var term : terms) {
      double mean =
          pages.stream()
              .mapToDouble(page -> page.evidence().nearness().getOrDefault(term, 0.0))
              .average()
              .orElse(0);
      for (var page : pages)
        all.add(
            new Near(
                page.evidence().nearness().getOrDefault(term, 0.0) - mean,
                page.truth(dimension).contains(term),
                page.cues(dimension).contains(term)));
    }
    all.removeIf(Near::cued);
    all.sort((one, other) -> Double.compare(other.above(), one.above()));
    var found = new ArrayList<String>();
    for (int depth : NEAREST)
      if (all.size() >= depth)
        found.add(String.valueOf(all.subList(0, depth).stream().filter(Near::right).count()));
    var cues = pages.stream().map(page -> hits(page.cues(dimension), page.truth(dimension)));
    System.out.printf(
        "| %s | %s | %s |%n",
        dimension.id(),
        figures(cues.toList()),
        found.isEmpty() ? "has no descriptions" : String.join(", ", found));
  }

  private static void learned(List<Page> pages, Dimension dimension, int confirmed) {
    var random = new Random(20_261_125);
    var before = new ArrayList<Hits>();
    var after = new ArrayList<Hits>();
    int open = 0;
    for (int split = 0; split < SPLITS; split++) {
      var order = new ArrayList<>(pages);
      Collections.shuffle(order, random);
      var examples =
          order.subList(0, confirmed).stream()
              .map(
                  page ->
                      new LabelExample(
                          page.id(), page.evidence(), page.truth(dimension), Set.of(), true))
              .toList();
      var model = new LabelTrainer(new SmileLossMinimizer()).train(examples).model();
      if (model.isPresent()) open++;
      for (var page : order.subList(confirmed, order.size())) {
        var said = page.cues(dimension);
        before.add(hits(said, page.truth(dimension)));
        var corrected = new HashSet<>(said);
        model.ifPresent(
            it ->
                it.chances(page.evidence())
                    .forEach(
                        (term, chance) -> {
                          if (chance >= LabelModel.SURE_ENOUGH) corrected.add(term);
                          else corrected.remove(term);
                        }));
        after.add(hits(corrected, page.truth(dimension)));
      }
    }
    System.out.printf(
        "| %s | %d | %s | %s | %d of %d |%n",
        dimension.id(), confirmed, figures(before), figures(after), open, SPLITS);
  }

  private static String figures(List<Hits> hits) {
    var micro = JudgedLabels.micro(hits);
    return String.format(
        Locale.ROOT, "precision %.3f, recall %.3f, F1 %.3f", micro[0], micro[1], micro[2]);
  }

  private static Hits hits(Set<Term> said, Set<Term> wanted) {
    int right = (int) said.stream().filter(wanted::contains).count();
    return new Hits(right, said.size(), wanted.size());
  }
}
