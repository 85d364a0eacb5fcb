package dev.tandem.library.labelling;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.library.classification.AssetClassifier;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Taxonomy.KnownTerm;
import dev.tandem.taxonomy.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What a persona, an industry or a region is about: its name with its topics or other names. */
@Component
class TermDescriptions {
  private static final List<Dimension> DESCRIBED =
      List.of(Dimension.PERSONA, Dimension.INDUSTRY, Dimension.REGION);

  private static final int MOST_TOPICS = 12;
  private static final int MOST_NAMES = 6;

  private final Taxonomy taxonomy;
  private final AssetClassifier classifier;
  private final SentenceEncoder encoder;
  private final Map<String, Embedding> encoded = new ConcurrentHashMap<>();

  TermDescriptions(Taxonomy taxonomy, AssetClassifier classifier, SentenceEncoder encoder) {
    this.taxonomy = taxonomy;
    this.classifier = classifier;
    this.encoder = encoder;
  }

  /** Each text is encoded once in the life of the process. */
  Map<Term, Embedding> all() {
    var all = new HashMap<Term, Embedding>();
    for (var dimension : DESCRIBED)
      for (var known : taxonomy.terms(dimension)) {
        var text = text(known);
        var meaning = encoded.get(text);
        if (meaning == null) {
          var fresh = encoder.query(text);
          if (fresh.isEmpty()) continue;
          meaning = fresh.get();
          encoded.put(text, meaning);
        }
        all.put(known.term(), meaning);
      }
    return all;
  }

  private String text(KnownTerm known) {
    var topics = classifier.topics(known.term()).stream().limit(MOST_TOPICS).toList();
    var words = topics.isEmpty() ? known.aliases().stream().limit(MOST_NAMES).toList() : topics;
    return words.isEmpty()
        ? known.term().label()
        : known.term().label() + ": " + String.join(", ", words);
  }
}
