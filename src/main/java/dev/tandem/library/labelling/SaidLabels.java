package dev.tandem.library.labelling;

import dev.tandem.library.AssetField;
import dev.tandem.library.AssetId;
import dev.tandem.library.LabelOrigin;
import dev.tandem.library.store.StoredAsset;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Term;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What people said about the labels of one asset in one vocabulary. A field that was decided, or
 * given with the file, is said as a whole; a single label that was confirmed or refused only that.
 *
 * @param revision of the asset
 */
record SaidLabels(AssetId asset, long revision, Set<Term> yes, Set<Term> no, boolean whole) {

  static Optional<SaidLabels> of(StoredAsset stored, Dimension dimension) {
    var labels = stored.asset().terms(dimension);
    var yes = new HashSet<Term>();
    for (var label : labels) if (!label.isInferred()) yes.add(label.value());
    var no = refused(stored, dimension);
    boolean whole = isSettled(stored, dimension);
    if (whole && yes.isEmpty() && !stored.decided().contains(AssetField.of(dimension)))
      return Optional.empty();
    return whole || !yes.isEmpty() || !no.isEmpty()
        ? Optional.of(
            new SaidLabels(stored.asset().id(), stored.asset().revision(), yes, no, whole))
        : Optional.empty();
  }

  /** Whether nothing is left to infer. */
  static boolean isSettled(StoredAsset stored, Dimension dimension) {
    return stored.decided().contains(AssetField.of(dimension))
        || stored.asset().terms(dimension).stream()
            .anyMatch(
                label ->
                    label.origin() == LabelOrigin.GIVEN || label.origin() == LabelOrigin.METADATA);
  }

  static boolean isRefused(StoredAsset stored, Term term) {
    return stored
        .refused()
        .contains(StoredAsset.refusal(AssetField.of(term.dimension()), term.key()));
  }

  private static Set<Term> refused(StoredAsset stored, Dimension dimension) {
    var prefix = StoredAsset.refusal(AssetField.of(dimension), "");
    return stored.refused().stream()
        .filter(each -> each.startsWith(prefix) && each.length() > prefix.length())
        .map(each -> new Term(dimension, each.substring(prefix.length())))
        .collect(Collectors.toSet());
  }

  LabelExample with(LabelEvidence evidence) {
    return new LabelExample(asset.value(), evidence, yes, no, whole);
  }

  /** For a digest: the same for the same words. */
  String words() {
    var names = new TreeSet<String>();
    for (var term : yes) names.add("+" + term.key());
    for (var term : no) names.add("-" + term.key());
    return asset + (whole ? "=" : "~") + names;
  }
}
