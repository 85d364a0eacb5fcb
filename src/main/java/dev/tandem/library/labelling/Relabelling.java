package dev.tandem.library.labelling;

import dev.tandem.library.Label;
import dev.tandem.library.store.StoredAsset;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be inferred of one asset by what was learned. Pure but for the sentences, which are
 * asked for only where a label is said.
 *
 * @param models by vocabulary
 * @param formerly vocabularies that a model labelled before; without one now, the cues are back
 */
record Relabelling(Map<Dimension, LabelModel> models, Set<Dimension> formerly) {
  private static final int MOST_OF_ONE_VOCABULARY = 5;

  interface Sentences {
    String of(LabelModel model, Term term);
  }

  boolean concerns(StoredAsset stored) {
    for (var dimension : Dimension.values())
      if (changes(dimension) && !SaidLabels.isSettled(stored, dimension)) return true;
    return false;
  }

  /** All terms of the asset afterwards; what people said is among them as it was. */
  List<Label<Term>> terms(StoredAsset stored, EvidenceReader.Read read, Sentences sentences) {
    var terms = new ArrayList<Label<Term>>();
    for (var dimension : Dimension.values()) {
      var present = stored.asset().terms(dimension);
      if (!changes(dimension) || SaidLabels.isSettled(stored, dimension)) terms.addAll(present);
      else {
        var said = present.stream().filter(label -> !label.isInferred()).toList();
        terms.addAll(said);
        inferred(dimension, read, sentences).stream()
            .filter(label -> said.stream().noneMatch(it -> it.value().equals(label.value())))
            .filter(label -> !SaidLabels.isRefused(stored, label.value()))
            .limit(MOST_OF_ONE_VOCABULARY)
            .forEach(terms::add);
      }
    }
    return terms;
  }

  private boolean changes(Dimension dimension) {
    return models.containsKey(dimension) || formerly.contains(dimension);
  }

  private List<Label<Term>> inferred(
      Dimension dimension, EvidenceReader.Read read, Sentences sentences) {
    var cues = new HashMap<Term, Label<Term>>();
    for (var label : read.cues())
      if (label.value().dimension() == dimension) cues.put(label.value(), label);
    var model = models.get(dimension);
    var labels = new ArrayList<>(cues.values());
    if (model != null) {
      var chances = model.chances(read.evidence());
      labels.removeIf(label -> chances.containsKey(label.value()));
      chances.forEach(
          (term, chance) -> {
            if (chance < LabelModel.SURE_ENOUGH) return;
            var cue = cues.get(term);
            labels.add(
                Label.inferred(
                    term,
                    Math.round(100 * chance) / 100.0, // so that a refit moves no label by nothing
                    cue != null && cue.basis() != null
                        ? cue.basis()
                        : LearnedBasis.of(
                            model.examplesOf(term), term.label(), sentences.of(model, term))));
          });
    }
    labels.sort(
        Comparator.comparingDouble(Label<Term>::confidence)
            .reversed()
            .thenComparing(label -> label.value().key()));
    return labels;
  }
}
