package dev.tandem.library;

import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of content as it stands now.
 *
 * @param version counts from 1; a changed file is the next version of the same asset
 * @param revision grows with every change of any asset; copies (the search index) follow it by
 *     cursor
 * @param stages the main stage first
 * @param terms personas, industries, products, competitors and regions, in no order
 * @param language ISO 639-1 code, or "und" where the text does not tell
 * @param url where it lives when it is no file of ours, or where the public finds it
 * @param mediaType of the file, or null for a pure link
 * @param checksum SHA-256 of the file in hex, or null for a pure link
 * @param sourcePath path by which imports recognise the file again, or null
 */
public record Asset(
    AssetId id,
    int version,
    long revision,
    Label<String> title,
    Label<String> description,
    Label<ContentType> type,
    List<Label<JourneyStage>> stages,
    List<Label<Term>> terms,
    Label<String> language,
    Label<Audience> audience,
    AssetStatus status,
    @Nullable String url,
    @Nullable String owner,
    @Nullable String author,
    @Nullable LocalDate publishedOn,
    @Nullable LocalDate reviewBy,
    @Nullable LocalDate expiresOn,
    @Nullable Money cost,
    List<String> tags,
    @Nullable String fileName,
    @Nullable String mediaType,
    @Nullable String checksum,
    @Nullable String sourcePath,
    Instant createdAt,
    Instant changedAt) {
  /** Formats whose first page or slide says something when it is small. */
  private static final Set<String> WITH_PICTURE =
      Set.of(
          "application/pdf",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.ms-powerpoint",
          "application/vnd.oasis.opendocument.presentation");

  public Asset {
    if (version < 1) throw new IllegalArgumentException("versions count from 1: " + version);
    stages = List.copyOf(stages);
    terms = List.copyOf(terms);
    tags = List.copyOf(tags);
  }

  public LifecycleState stateOn(LocalDate day) {
    if (status == AssetStatus.ARCHIVED) return LifecycleState.ARCHIVED;
    if (status == AssetStatus.DRAFT) return LifecycleState.DRAFT;
    if (expiresOn != null && !expiresOn.isAfter(day)) return LifecycleState.EXPIRED;
    if (reviewBy != null && reviewBy.isBefore(day)) return LifecycleState.DUE_FOR_REVIEW;
    return LifecycleState.PUBLISHED;
  }

  public List<Label<Term>> terms(Dimension dimension) {
    return terms.stream().filter(label -> label.value().dimension() == dimension).toList();
  }

  public boolean buyerSafe() {
    return audience.value() == Audience.BUYER;
  }

  public boolean hasFile() {
    return checksum != null;
  }

  /** Whether its file is of a kind that has a first page or slide to show. */
  public boolean hasPicture() {
    return hasFile() && mediaType != null && WITH_PICTURE.contains(mediaType);
  }
}
