package dev.tandem.library.store;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetField;
import dev.tandem.library.Label;
import dev.tandem.library.LabelOrigin;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an edit makes of an asset. Pure. */
final class Corrections {
  private Corrections() {}

  static StoredAsset apply(StoredAsset stored, AssetEdit edit, List<Term> terms, Instant now) {
    var asset = stored.asset();
    var draft = AssetDraft.of(asset);
    var decided = new HashSet<>(stored.decided());
    var refused = new HashSet<>(stored.refused());
    switch (edit) {
      case AssetEdit.Confirm all -> {
        confirm(asset, draft, all.field());
        decided.add(all.field());
      }
      case AssetEdit.ConfirmStage one ->
          draft.stages(confirmed(asset.stages(), one.value()::equals));
      case AssetEdit.ConfirmTerm one -> draft.terms(confirmed(asset.terms(), one.value()::equals));
      case AssetEdit.RefuseStage one -> {
        draft.stages(without(asset.stages(), one.value()::equals));
        refused.add(StoredAsset.refusal(one.field(), one.value().id()));
      }
      case AssetEdit.RefuseTerm one -> {
        draft.terms(without(asset.terms(), one.value()::equals));
        refused.add(StoredAsset.refusal(one.field(), one.value().key()));
      }
      case AssetEdit.Stages list -> {
        draft.stages(list.values().stream().map(Corrections::sure).toList());
        decided.add(AssetField.STAGES);
      }
      case AssetEdit.Terms list -> {
        var others =
            new ArrayList<>(without(asset.terms(), term -> term.dimension() == list.dimension()));
        terms.stream().distinct().map(Corrections::sure).forEach(others::add);
        draft.terms(others);
        decided.add(list.field());
      }
      default -> {
        setPlain(draft, edit);
        decided.add(edit.field());
      }
    }
    return new StoredAsset(
        draft.build(now), decided, refused, stored.givenDigest(), stored.textDigest());
  }

  private static void setPlain(AssetDraft draft, AssetEdit edit) {
    switch (edit) {
      case AssetEdit.Title it -> draft.title(sure(it.value()));
      case AssetEdit.Description it -> draft.description(sure(it.value().strip()));
      case AssetEdit.Type it -> draft.type(sure(it.value()));
      case AssetEdit.Language it -> draft.language(sure(it.value()));
      case AssetEdit.ForAudience it -> draft.audience(sure(it.value()));
      case AssetEdit.Status it -> draft.status(it.value());
      case AssetEdit.Url it -> draft.url(it.value());
      case AssetEdit.Owner it -> draft.owner(it.value());
      case AssetEdit.Author it -> draft.author(it.value());
      case AssetEdit.PublishedOn it -> draft.publishedOn(it.value());
      case AssetEdit.ReviewBy it -> draft.reviewBy(it.value());
      case AssetEdit.ExpiresOn it -> draft.expiresOn(it.value());
      case AssetEdit.Cost it -> draft.cost(it.value());
      case AssetEdit.Tags it -> draft.tags(it.values());
      default -> throw new IllegalStateException("not a plain edit: " + edit);
    }
  }

  private static void confirm(Asset asset, AssetDraft draft, AssetField field) {
    var dimension = field.dimension();
    if (dimension != null) {
      draft.terms(confirmed(asset.terms(), term -> term.dimension() == dimension));
      return;
    }
    switch (field) {
      case TITLE -> draft.title(sure(asset.title().value()));
      case DESCRIPTION -> draft.description(sure(asset.description().value()));
      case TYPE -> draft.type(sure(asset.type().value()));
      case STAGES -> draft.stages(confirmed(asset.stages(), stage -> true));
      case LANGUAGE -> draft.language(sure(asset.language().value()));
      case AUDIENCE -> draft.audience(sure(asset.audience().value()));
      default -> {} // values without an origin only become decided
    }
  }

  private static <T> Label<T> sure(T value) {
    return new Label<>(value, LabelOrigin.CONFIRMED, 1, null);
  }

  private static <T> List<Label<T>> confirmed(List<Label<T>> labels, Predicate<T> which) {
    return labels.stream()
        .map(label -> which.test(label.value()) ? sure(label.value()) : label)
        .toList();
  }

  private static <T> List<Label<T>> without(List<Label<T>> labels, Predicate<T> which) {
    return labels.stream().filter(label -> !which.test(label.value())).toList();
  }

  /** A field in words, for the history of corrections; null when empty. */
  static @Nullable String words(Asset asset, AssetField field) {
    var dimension = field.dimension();
    if (dimension != null) return list(asset.terms(dimension), Term::label);
    return switch (field) {
      case TITLE -> asset.title().value();
      case DESCRIPTION -> asset.description().value();
      case TYPE -> asset.type().value().id();
      case STAGES -> list(asset.stages(), stage -> stage.id());
      case LANGUAGE -> asset.language().value();
      case AUDIENCE -> asset.audience().value().id();
      case STATUS -> asset.status().id();
      case URL -> asset.url();
      case OWNER -> asset.owner();
      case AUTHOR -> asset.author();
      case PUBLISHED_ON -> text(asset.publishedOn());
      case REVIEW_BY -> text(asset.reviewBy());
      case EXPIRES_ON -> text(asset.expiresOn());
      case COST ->
          asset.cost() == null ? null : asset.cost().amount() + " " + asset.cost().currency();
      case TAGS -> String.join("|", asset.tags());
      default -> throw new IllegalStateException(field + " has no words");
    };
  }

  private static @Nullable String text(@Nullable Object value) {
    return Objects.toString(value, null);
  }

  private static <T> String list(
      List<Label<T>> labels, java.util.function.Function<T, String> name) {
    return labels.stream().map(Label::value).map(name).collect(Collectors.joining("|"));
  }
}
