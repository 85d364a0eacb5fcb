package dev.tandem.library.labelling;

import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.library.Label;
import dev.tandem.library.labelling.LabelledAssets.Stale;
import dev.tandem.library.store.AssetDraft;
import dev.tandem.library.store.LibraryStore;
import dev.tandem.library.store.StoredAsset;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Infers anew, by the models in use, what nobody has confirmed. Each asset is marked with the
 * models it was labelled by, so that a restart goes on where it stopped.
 */
@Component
class AssetLabelling {
  private static final int AT_A_TIME = 25;

  private final LibraryStore store;
  private final Assets assets;
  private final EvidenceReader evidence;
  private final TellingSentence sentences;
  private final LabelModels models;
  private final LabelledAssets labelled;

  AssetLabelling(
      LibraryStore store,
      Assets assets,
      EvidenceReader evidence,
      TellingSentence sentences,
      LabelModels models,
      LabelledAssets labelled) {
    this.store = store;
    this.assets = assets;
    this.evidence = evidence;
    this.sentences = sentences;
    this.models = models;
    this.labelled = labelled;
  }

  private record InUse(Map<Dimension, LabelModel> models, String names) {}

  /** What is to become of one asset; no terms where they stay. */
  private record Decided(StoredAsset seen, @Nullable List<Label<Term>> terms) {}

  /**
   * @param progress hears how many were looked at so far
   * @return whether some could not be labelled yet, since they are not read for their meaning
   */
  boolean label(BooleanSupplier goOn, LongConsumer progress) {
    var inUse = inUse();
    boolean left = false;
    long done = 0;
    @Nullable AssetId last = null;
    List<Stale> page;
    do {
      page = labelled.stale(inUse.names(), last, AT_A_TIME);
      var decided = new ArrayList<Decided>();
      for (var each : page) {
        if (!goOn.getAsBoolean()) return true;
        last = each.asset();
        var one = decide(each, inUse);
        left |= one.isEmpty();
        one.ifPresent(decided::add);
      }
      if (!decided.isEmpty()) write(decided, inUse.names());
      done += page.size();
      if (!page.isEmpty()) progress.accept(done);
    } while (page.size() == AT_A_TIME);
    return left;
  }

  private InUse inUse() {
    var inUse = new EnumMap<Dimension, LabelModel>(Dimension.class);
    var names = new ArrayList<String>();
    for (var dimension : Dimension.values())
      models
          .newest(dimension)
          .filter(kept -> kept.encoder().equals(evidence.model()))
          .ifPresent(
              kept ->
                  kept.model()
                      .ifPresent(
                          model -> {
                            inUse.put(dimension, model);
                            names.add(dimension.name() + ":" + kept.id());
                          }));
    return new InUse(inUse, String.join(",", names));
  }

  private Optional<Decided> decide(Stale stale, InUse inUse) {
    var found = store.find(stale.asset());
    if (found.isEmpty()) return Optional.empty();
    var stored = found.get();
    var relabelling = new Relabelling(inUse.models(), stale.dimensions());
    if (!relabelling.concerns(stored)) return Optional.of(new Decided(stored, null));
    var asset = stored.asset();
    return evidence
        .read(asset, assets.text(asset.id()).orElse(null))
        .map(
            read ->
                new Decided(
                    stored,
                    relabelling.terms(
                        stored,
                        read,
                        (model, term) ->
                            sentences.of(
                                asset.title().value(),
                                read.meaning(),
                                model,
                                term,
                                sentenceBefore(stored, term)))));
  }

  private static String sentenceBefore(StoredAsset stored, Term term) {
    for (var label : stored.asset().terms()) {
      var basis = label.basis();
      if (label.value().equals(term) && basis != null) return LearnedBasis.sentence(basis);
    }
    return "";
  }

  /** Who was changed by somebody meanwhile is left for the next round. */
  private void write(List<Decided> decided, String names) {
    store.change(
        changes -> {
          for (var each : decided) {
            var seen = each.seen();
            var now = store.find(seen.asset().id());
            if (now.isEmpty() || now.get().asset().revision() != seen.asset().revision()) continue;
            long revision = seen.asset().revision();
            if (each.terms() != null) {
              var draft = AssetDraft.of(seen.asset()).terms(each.terms());
              var asset = draft.build(seen.asset().changedAt());
              if (!AssetDraft.sameContent(seen.asset(), asset))
                revision =
                    changes
                        .relabel(
                            new StoredAsset(
                                asset,
                                seen.decided(),
                                seen.refused(),
                                seen.givenDigest(),
                                seen.textDigest()))
                        .revision();
            }
            labelled.mark(seen.asset().id(), revision, names);
          }
          return true;
        });
  }
}
