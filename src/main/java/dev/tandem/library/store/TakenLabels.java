package dev.tandem.library.store;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetField;
import dev.tandem.library.AssetId;
import dev.tandem.library.Label;
import dev.tandem.library.LabelOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What a kept asset gets from its merged copy, and loses when they are separated. Pure. */
final class TakenLabels {
  private static final String BASIS = "taken over from its merged copy “%s”";

  /** The asset afterwards, and what is new, as "field:value". */
  record Taken(StoredAsset asset, List<String> values) {}

  private TakenLabels() {}

  static Taken give(StoredAsset kept, Asset copy, Instant now) {
    var taken = new ArrayList<String>();
    var draft = AssetDraft.of(kept.asset());
    var basis = basis(copy.id());
    draft.stages(
        more(
            kept,
            kept.asset().stages(),
            copy.stages(),
            basis,
            stage -> StoredAsset.refusal(AssetField.STAGES, stage.id()),
            taken));
    draft.terms(
        more(
            kept,
            kept.asset().terms(),
            copy.terms(),
            basis,
            term -> StoredAsset.refusal(AssetField.of(term.dimension()), term.key()),
            taken));
    var tags = new LinkedHashSet<>(kept.asset().tags());
    for (var tag : copy.tags()) if (tags.add(tag)) taken.add(tag(tag));
    draft.tags(List.copyOf(tags));
    return new Taken(with(kept, draft, now), taken);
  }

  static StoredAsset takeBack(StoredAsset kept, AssetId copy, Set<String> taken, Instant now) {
    var basis = basis(copy);
    var asset = kept.asset();
    var draft = AssetDraft.of(asset);
    draft.stages(asset.stages().stream().filter(label -> !basis.equals(label.basis())).toList());
    draft.terms(asset.terms().stream().filter(label -> !basis.equals(label.basis())).toList());
    draft.tags(asset.tags().stream().filter(tag -> !taken.contains(tag(tag))).toList());
    return with(kept, draft, now);
  }

  /** Only what somebody said: the kept one's own text was guessed about already. */
  private static <T> List<Label<T>> more(
      StoredAsset kept,
      List<Label<T>> has,
      List<Label<T>> others,
      String basis,
      Function<T, String> name,
      List<String> taken) {
    var all = new ArrayList<>(has);
    for (var label : others) {
      var said = name.apply(label.value());
      if (label.isInferred() || kept.refused().contains(said)) continue;
      if (has.stream().anyMatch(it -> it.value().equals(label.value()))) continue;
      all.add(new Label<>(label.value(), LabelOrigin.CONFIRMED, 1, basis));
      taken.add(said);
    }
    return all;
  }

  private static StoredAsset with(StoredAsset kept, AssetDraft draft, Instant now) {
    return new StoredAsset(
        draft.build(now), kept.decided(), kept.refused(), kept.givenDigest(), kept.textDigest());
  }

  /** With the copy's id, so that two copies of one title are told apart. */
  private static String basis(AssetId copy) {
    return BASIS.formatted(copy.value());
  }

  private static String tag(String tag) {
    return AssetField.TAGS.id() + ":" + tag;
  }
}
