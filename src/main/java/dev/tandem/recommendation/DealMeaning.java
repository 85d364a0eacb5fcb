package dev.tandem.recommendation;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.search.AssetQuery.Clue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a deal's terms and notes mean together: the notes, and the mean of the terms by their
 * weights. Each is encoded by itself, since terms come again in other deals and are known by then;
 * on judged situations this ranks as well as all of it encoded as one text.
 */
@Component
class DealMeaning {
  private final SentenceEncoder encoder;

  DealMeaning(SentenceEncoder encoder) {
    this.encoder = encoder;
  }

  /** Empty where nothing is told, or nothing is encoded. */
  Optional<Embedding> of(List<Clue> terms, @Nullable String notes) {
    if (!encoder.available()) return Optional.empty();
    var together = new float[encoder.dimensions()];
    boolean told = false;
    for (var term : terms) told |= add(term.text(), term.weight() / terms.size(), together);
    if (notes != null) told |= add(notes, 1, together);
    return told ? Optional.of(Embedding.of(together)) : Optional.empty();
  }

  private boolean add(String text, double weight, float[] together) {
    var meaning = encoder.query(text);
    meaning.ifPresent(embedding -> embedding.addTo(together, weight));
    return meaning.isPresent();
  }
}
