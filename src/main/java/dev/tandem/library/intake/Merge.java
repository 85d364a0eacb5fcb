package dev.tandem.library.intake;

import dev.tandem.library.AssetField;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Label;
import dev.tandem.library.LabelOrigin;
import dev.tandem.library.store.AssetDraft;
import dev.tandem.library.store.StoredAsset;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said, found and guessed about a file, laid over what is known of the asset. What a person
 * decided stays; what was given stays until something else is given; the file's own words and
 * guesses are always today's.
 */
record Merge(@Nullable StoredAsset known, IncomingFile incoming, Reading reading) {

  void into(AssetDraft draft) {
    var given = incoming.given();
    var said = reading.metadata();
    var was = known == null ? null : known.asset();
    var guesses = reading.guesses();
    draft
        .title(
            label(
                AssetField.TITLE,
                was == null ? null : was.title(),
                given.title(),
                said.title(),
                reading.title()))
        .description(
            label(
                AssetField.DESCRIPTION,
                was == null ? null : was.description(),
                given.description(),
                said.description(),
                reading.description()))
        .type(
            label(
                AssetField.TYPE,
                was == null ? null : was.type(),
                given.type(),
                said.type(),
                guesses.type()))
        .language(
            label(
                AssetField.LANGUAGE,
                was == null ? null : was.language(),
                given.language(),
                said.language(),
                reading.language()))
        .audience(
            label(
                AssetField.AUDIENCE,
                was == null ? null : was.audience(),
                given.audience(),
                said.audience(),
                guesses.audience()))
        .stages(
            labels(
                AssetField.STAGES,
                was == null ? List.of() : was.stages(),
                given.stages(),
                said.stages(),
                guesses.stages(),
                JourneyStage::id))
        .terms(terms())
        .status(
            plain(
                AssetField.STATUS,
                given.status(),
                was == null ? null : was.status(),
                Objects.requireNonNullElse(said.status(), AssetStatus.PUBLISHED)))
        .tags(tags());
    draft
        .url(maybe(AssetField.URL, given.url(), was == null ? null : was.url(), said.url()))
        .owner(
            maybe(AssetField.OWNER, given.owner(), was == null ? null : was.owner(), said.owner()))
        .author(
            maybe(
                AssetField.AUTHOR,
                given.author(),
                was == null ? null : was.author(),
                said.author()))
        .publishedOn(
            maybe(
                AssetField.PUBLISHED_ON,
                given.publishedOn(),
                was == null ? null : was.publishedOn(),
                said.publishedOn()))
        .reviewBy(
            maybe(
                AssetField.REVIEW_BY,
                given.reviewBy(),
                was == null ? null : was.reviewBy(),
                said.reviewBy()))
        .expiresOn(
            maybe(
                AssetField.EXPIRES_ON,
                given.expiresOn(),
                was == null ? null : was.expiresOn(),
                said.expiresOn()))
        .cost(maybe(AssetField.COST, given.cost(), was == null ? null : was.cost(), said.cost()));
  }

  private boolean decided(AssetField field) {
    return known != null && known.decided().contains(field);
  }

  private <T> Label<T> label(
      AssetField field,
      @Nullable Label<T> was,
      @Nullable T given,
      @Nullable T said,
      Label<T> found) {
    if (was != null && (decided(field) || was.origin() == LabelOrigin.CONFIRMED)) return was;
    if (given != null) return Label.given(given);
    if (was != null && was.origin() == LabelOrigin.GIVEN) return was;
    return said == null ? found : new Label<>(said, LabelOrigin.METADATA, 1, null);
  }

  private <T> List<Label<T>> labels(
      AssetField field,
      List<Label<T>> was,
      List<T> given,
      List<T> said,
      List<Label<T>> guessed,
      Function<T, String> key) {
    if (decided(field)) return was;
    Stream<Label<T>> fresh;
    if (!given.isEmpty()) fresh = given.stream().map(Label::given);
    else if (was.stream().anyMatch(label -> label.origin() == LabelOrigin.GIVEN))
      fresh = was.stream().filter(label -> label.origin() == LabelOrigin.GIVEN);
    else if (!said.isEmpty())
      fresh = said.stream().map(value -> new Label<>(value, LabelOrigin.METADATA, 1, null));
    else fresh = guessed.stream().filter(Label::isInferred);
    Set<String> refused = known == null ? Set.of() : known.refused();
    var labels =
        new ArrayList<>(
            was.stream().filter(label -> label.origin() == LabelOrigin.CONFIRMED).toList());
    fresh
        .filter(label -> !refused.contains(StoredAsset.refusal(field, key.apply(label.value()))))
        .filter(label -> labels.stream().noneMatch(it -> it.value().equals(label.value())))
        .toList()
        .forEach(labels::add);
    return labels;
  }

  private List<Label<Term>> terms() {
    var all = new ArrayList<Label<Term>>();
    for (var dimension : Dimension.values())
      all.addAll(
          labels(
              AssetField.of(dimension),
              known == null ? List.of() : known.asset().terms(dimension),
              reading.givenTerms().getOrDefault(dimension, List.of()),
              reading.metadataTerms().getOrDefault(dimension, List.of()),
              reading.guesses().terms().stream()
                  .filter(label -> label.value().dimension() == dimension)
                  .toList(),
              Term::key));
    return all;
  }

  private List<String> tags() {
    var was = known == null ? List.<String>of() : known.asset().tags();
    if (decided(AssetField.TAGS)) return was;
    if (!incoming.given().tags().isEmpty()) return incoming.given().tags();
    return was.isEmpty() ? reading.metadata().tags() : was;
  }

  private <T> T plain(AssetField field, @Nullable T given, @Nullable T was, T otherwise) {
    return Objects.requireNonNullElse(maybe(field, given, was, null), otherwise);
  }

  private <T> @Nullable T maybe(
      AssetField field, @Nullable T given, @Nullable T was, @Nullable T said) {
    if (decided(field)) return was;
    if (given != null) return given;
    return was != null ? was : said;
  }
}
