package dev.tandem.library.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetField;
import dev.tandem.library.AssetId;
import dev.tandem.library.Label;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An asset in JSON.
 *
 * @param state draft, published, due_for_review, expired or archived, as of today
 * @param mergedInto the asset that its id leads to, where it was merged as a near copy
 * @param inferred fields that hold guesses nobody has confirmed
 * @param guesses those guesses one by one
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssetJson(
    String id,
    String title,
    String description,
    String type,
    List<String> stages,
    List<String> personas,
    List<String> industries,
    List<String> competitors,
    List<String> products,
    List<String> regions,
    String language,
    String audience,
    String status,
    String state,
    @Nullable String mergedInto,
    @Nullable String url,
    @Nullable String owner,
    @Nullable String author,
    @Nullable LocalDate publishedOn,
    @Nullable LocalDate reviewBy,
    @Nullable LocalDate expiresOn,
    @Nullable BigDecimal cost,
    @Nullable String currency,
    List<String> tags,
    int version,
    @Nullable String fileName,
    @Nullable String mediaType,
    @Nullable String checksum,
    @Nullable String path,
    Instant createdAt,
    Instant changedAt,
    List<String> inferred,
    List<Guess> guesses) {

  /**
   * @param confidence in [0, 1]
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Guess(String field, String value, double confidence, @Nullable String basis) {}

  /**
   * @param merged all merges that hold, as {@link dev.tandem.library.Assets#merged} tells them
   */
  public static AssetJson of(Asset asset, LocalDate today, Map<AssetId, AssetId> merged) {
    var kept = merged.get(asset.id());
    var guesses = guesses(asset);
    var cost = asset.cost();
    return new AssetJson(
        asset.id().value(),
        asset.title().value(),
        asset.description().value(),
        asset.type().value().id(),
        asset.stages().stream().map(label -> label.value().id()).toList(),
        names(asset, Dimension.PERSONA),
        names(asset, Dimension.INDUSTRY),
        names(asset, Dimension.COMPETITOR),
        names(asset, Dimension.PRODUCT),
        names(asset, Dimension.REGION),
        asset.language().value(),
        asset.audience().value().id(),
        asset.status().id(),
        asset.stateOn(today).name().toLowerCase(Locale.ROOT),
        kept == null ? null : kept.value(),
        asset.url(),
        asset.owner(),
        asset.author(),
        asset.publishedOn(),
        asset.reviewBy(),
        asset.expiresOn(),
        cost == null ? null : cost.amount(),
        cost == null ? null : cost.currency().getCurrencyCode(),
        asset.tags(),
        asset.version(),
        asset.fileName(),
        asset.mediaType(),
        asset.checksum(),
        asset.sourcePath(),
        asset.createdAt(),
        asset.changedAt(),
        guesses.stream().map(Guess::field).distinct().toList(),
        guesses);
  }

  private static List<String> names(Asset asset, Dimension dimension) {
    return asset.terms(dimension).stream().map(label -> label.value().label()).toList();
  }

  private static List<Guess> guesses(Asset asset) {
    var guesses = new ArrayList<Guess>();
    add(guesses, AssetField.TITLE, asset.title(), asset.title().value());
    if (!asset.description().value().isEmpty())
      add(guesses, AssetField.DESCRIPTION, asset.description(), asset.description().value());
    add(guesses, AssetField.TYPE, asset.type(), asset.type().value().id());
    for (Label<JourneyStage> stage : asset.stages())
      add(guesses, AssetField.STAGES, stage, stage.value().id());
    for (var term : asset.terms())
      add(guesses, AssetField.of(term.value().dimension()), term, term.value().label());
    add(guesses, AssetField.LANGUAGE, asset.language(), asset.language().value());
    add(guesses, AssetField.AUDIENCE, asset.audience(), asset.audience().value().id());
    return guesses;
  }

  private static void add(List<Guess> guesses, AssetField field, Label<?> label, String value) {
    if (label.isInferred())
      guesses.add(new Guess(field.id(), value, label.confidence(), label.basis()));
  }
}
