package dev.tandem.library.store;

import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.Label;
import dev.tandem.shared.Money;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An asset in the making: a new one, or an existing one about to change. */
public final class AssetDraft {
  private final AssetId id;
  private final Instant createdAt;
  private int version = 1;
  private Label<String> title = Label.inferred("", 0, null);
  private Label<String> description = Label.inferred("", 0, null);
  private Label<ContentType> type = Label.inferred(ContentType.OTHER, 0, null);
  private List<Label<JourneyStage>> stages = List.of();
  private List<Label<Term>> terms = List.of();
  private Label<String> language = Label.inferred("und", 0, null);
  private Label<Audience> audience = Label.inferred(Audience.INTERNAL, 0, null);
  private AssetStatus status = AssetStatus.PUBLISHED;
  private @Nullable String url;
  private @Nullable String owner;
  private @Nullable String author;
  private @Nullable LocalDate publishedOn;
  private @Nullable LocalDate reviewBy;
  private @Nullable LocalDate expiresOn;
  private @Nullable Money cost;
  private List<String> tags = List.of();
  private @Nullable String fileName;
  private @Nullable String mediaType;
  private @Nullable String checksum;
  private @Nullable String sourcePath;

  private AssetDraft(AssetId id, Instant createdAt) {
    this.id = id;
    this.createdAt = createdAt;
  }

  public static AssetDraft of(AssetId id, Instant createdAt) {
    return new AssetDraft(id, createdAt);
  }

  public static AssetDraft of(Asset asset) {
    var draft = new AssetDraft(asset.id(), asset.createdAt());
    draft.version = asset.version();
    draft.title = asset.title();
    draft.description = asset.description();
    draft.type = asset.type();
    draft.stages = asset.stages();
    draft.terms = asset.terms();
    draft.language = asset.language();
    draft.audience = asset.audience();
    draft.status = asset.status();
    draft.url = asset.url();
    draft.owner = asset.owner();
    draft.author = asset.author();
    draft.publishedOn = asset.publishedOn();
    draft.reviewBy = asset.reviewBy();
    draft.expiresOn = asset.expiresOn();
    draft.cost = asset.cost();
    draft.tags = asset.tags();
    draft.fileName = asset.fileName();
    draft.mediaType = asset.mediaType();
    draft.checksum = asset.checksum();
    draft.sourcePath = asset.sourcePath();
    return draft;
  }

  /** The asset as it will be; its revision is given when it is stored. */
  public Asset build(Instant changedAt) {
    return build(changedAt, 0);
  }

  Asset build(Instant changedAt, long revision) {
    return new Asset(
        id,
        version,
        revision,
        title,
        description,
        type,
        stages,
        terms,
        language,
        audience,
        status,
        url,
        owner,
        author,
        publishedOn,
        reviewBy,
        expiresOn,
        cost,
        tags,
        fileName,
        mediaType,
        checksum,
        sourcePath,
        createdAt,
        changedAt);
  }

  /** Whether both say the same, whenever they were changed. */
  public static boolean sameContent(Asset one, Asset other) {
    return of(one).build(one.createdAt()).equals(of(other).build(one.createdAt()));
  }

  public AssetDraft version(int value) {
    version = value;
    return this;
  }

  public AssetDraft title(Label<String> value) {
    title = value;
    return this;
  }

  public AssetDraft description(Label<String> value) {
    description = value;
    return this;
  }

  public AssetDraft type(Label<ContentType> value) {
    type = value;
    return this;
  }

  public AssetDraft stages(List<Label<JourneyStage>> value) {
    stages = value;
    return this;
  }

  public AssetDraft terms(List<Label<Term>> value) {
    terms = value;
    return this;
  }

  public AssetDraft language(Label<String> value) {
    language = value;
    return this;
  }

  public AssetDraft audience(Label<Audience> value) {
    audience = value;
    return this;
  }

  public AssetDraft status(AssetStatus value) {
    status = value;
    return this;
  }

  public AssetDraft url(@Nullable String value) {
    url = value;
    return this;
  }

  public AssetDraft owner(@Nullable String value) {
    owner = value;
    return this;
  }

  public AssetDraft author(@Nullable String value) {
    author = value;
    return this;
  }

  public AssetDraft publishedOn(@Nullable LocalDate value) {
    publishedOn = value;
    return this;
  }

  public AssetDraft reviewBy(@Nullable LocalDate value) {
    reviewBy = value;
    return this;
  }

  public AssetDraft expiresOn(@Nullable LocalDate value) {
    expiresOn = value;
    return this;
  }

  public AssetDraft cost(@Nullable Money value) {
    cost = value;
    return this;
  }

  public AssetDraft tags(List<String> value) {
    tags = value;
    return this;
  }

  public AssetDraft fileName(@Nullable String value) {
    fileName = value;
    return this;
  }

  public AssetDraft mediaType(@Nullable String value) {
    mediaType = value;
    return this;
  }

  public AssetDraft checksum(@Nullable String value) {
    checksum = value;
    return this;
  }

  public AssetDraft sourcePath(@Nullable String value) {
    sourcePath = value;
    return this;
  }
}
