package dev.tandem.library.labelling;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetText;
import dev.tandem.library.Label;
import dev.tandem.library.PassageMeanings;
import dev.tandem.library.PassageMeanings.AssetMeaning;
import dev.tandem.library.classification.AssetClassifier;
import dev.tandem.taxonomy.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what speaks for the labels of an asset from what is kept of it. */
@Component
public class EvidenceReader {
  private final AssetClassifier cues;
  private final PassageMeanings meanings;
  private final TermDescriptions descriptions;

  EvidenceReader(AssetClassifier cues, PassageMeanings meanings, TermDescriptions descriptions) {
    this.cues = cues;
    this.meanings = meanings;
    this.descriptions = descriptions;
  }

  /**
   * @param cues the labels that the cues infer
   */
  public record Read(List<Label<Term>> cues, AssetMeaning meaning, LabelEvidence evidence) {}

  /** Empty while the asset is not read for its meaning. */
  public Optional<Read> read(Asset asset, @Nullable AssetText text) {
    return meanings.of(asset, text).map(meaning -> read(cues.terms(asset, text), meaning));
  }

  /** Whether anything is, or will be, read for its meaning. */
  boolean isPossible() {
    return meanings.isPossible();
  }

  String model() {
    return meanings.model();
  }

  private Read read(List<Label<Term>> found, AssetMeaning meaning) {
    var confidences = new HashMap<Term, Double>();
    for (var label : found) confidences.put(label.value(), label.confidence());
    var evidence = new LabelEvidence(confidences, nearness(meaning), LabelEvidence.mean(meaning));
    return new Read(found, meaning, evidence);
  }

  private Map<Term, Double> nearness(AssetMeaning meaning) {
    var nearness = new HashMap<Term, Double>();
    descriptions
        .all()
        .forEach(
            (term, description) -> {
              double best = description.cosine(meaning.about());
              for (var passage : meaning.passages())
                best = Math.max(best, description.cosine(passage.meaning()));
              nearness.put(term, best);
            });
    return nearness;
  }
}
