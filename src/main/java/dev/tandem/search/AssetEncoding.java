package dev.tandem.search;

import dev.tandem.encoder.Embedding;
import dev.tandem.encoder.SentenceEncoder;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetText;
import dev.tandem.search.AssetIndex.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds meaning to what is indexed. Encoding takes a hundred times as long as indexing, so it comes
 * later, in the background, and is kept by the text's digest: what was encoded once is known.
 */
@Component
class AssetEncoding {
  /** Of a book the beginning must do: 300 passages are some 50,000 words. */
  private static final int MOST_PASSAGES = 300;

  private final SentenceEncoder encoder;
  private final Embeddings kept;

  AssetEncoding(SentenceEncoder encoder, Embeddings kept) {
    this.encoder = encoder;
    this.kept = kept;
  }

  boolean available() {
    return encoder.available();
  }

  Optional<String> fault() {
    return encoder.fault();
  }

  String model() {
    return encoder.model();
  }

  /** With the embeddings that are known. */
  Entry withKnown(Asset asset, @Nullable AssetText text) {
    var entry = Entry.of(asset, text);
    if (!encoder.available()) return entry;
    var wanted = wanted(entry);
    return with(entry, wanted, kept.find(encoder.model(), wanted));
  }

  /**
   * Encodes what is not known yet, and keeps it.
   *
   * @param goOn asked between passages: a book takes half a minute
   * @return false when it was told to stop before the end; what it did so far is kept
   */
  boolean encode(Asset asset, @Nullable AssetText text, BooleanSupplier goOn) {
    var wanted = wanted(Entry.of(asset, text));
    var known = kept.find(encoder.model(), wanted);
    var added = new HashMap<String, Embedding>();
    boolean whole = true;
    for (var each : wanted) {
      whole = goOn.getAsBoolean();
      if (!whole) break;
      if (!known.containsKey(each) && !added.containsKey(each))
        encoder.passage(each).ifPresent(embedding -> added.put(each, embedding));
    }
    kept.keep(encoder.model(), added);
    return whole;
  }

  /**
   * What the asset is about, then its passages, each beneath its title and what it goes on from.
   */
  private static List<String> wanted(Entry entry) {
    var asset = entry.asset();
    var title = asset.title().value();
    var wanted = new ArrayList<String>();
    wanted.add(title + "\n" + asset.description().value());
    var passages = entry.passages();
    for (int i = 0; i < Math.min(MOST_PASSAGES, passages.size()); i++)
      wanted.add(title + "\n" + Passages.before(passages, i) + "\n" + passages.get(i).text());
    return wanted;
  }

  private Entry with(Entry entry, List<String> wanted, Map<String, Embedding> known) {
    var passages = new ArrayList<TextPassage>();
    for (int i = 0; i < entry.passages().size(); i++) {
      var passage = entry.passages().get(i);
      var meaning = i + 1 < wanted.size() ? known.get(wanted.get(i + 1)) : null;
      passages.add(meaning == null ? passage : passage.encoded(meaning));
    }
    return new Entry(
        entry.asset(),
        entry.text(),
        passages,
        known.get(wanted.getFirst()),
        known.keySet().containsAll(wanted) ? encoder.model() : null);
  }
}
