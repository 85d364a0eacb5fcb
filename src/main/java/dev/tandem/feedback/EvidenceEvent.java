package dev.tandem.feedback;

import dev.tandem.library.AssetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of a logged event that evidence is counted from. */
record EvidenceEvent(
    long sequence,
    String key,
    String type,
    Instant at,
    @Nullable String asset,
    @Nullable String slate,
    @Nullable String deal,
    @Nullable String rep,
    @Nullable String share,
    @Nullable String detail,
    double seconds) {
  /** What a rep did with an asset; seeing and judging it is no use. */
  static final List<String> USES = List.of("open", "download", "copy_link", "share");

  /** The verdict, the reason of a dismissal or the retracted key stand in {@code detail}. */
  static final String COLUMNS =
      """
      seq, key, type, at, asset, slate, deal, rep, share,
      case type when 'rating' then payload ->> 'value' when 'dismissal' then payload ->> 'reason'
        when 'retraction' then payload ->> 'retracted' end as detail,
      case type when 'buyer_view' then (payload ->> 'seconds')::float8 else 0 end as seconds
      """;

  static EvidenceEvent read(ResultSet row, int number) throws SQLException {
    return new EvidenceEvent(
        row.getLong("seq"),
        Objects.requireNonNull(row.getString("key")),
        Objects.requireNonNull(row.getString("type")),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("asset"),
        row.getString("slate"),
        row.getString("deal"),
        row.getString("rep"),
        row.getString("share"),
        row.getString("detail"),
        row.getDouble("seconds"));
  }

  /** The same of another asset. */
  EvidenceEvent of(AssetId other) {
    return new EvidenceEvent(
        sequence, key, type, at, other.value(), slate, deal, rep, share, detail, seconds);
  }

  /** Whether a rep did something with the asset. */
  boolean isUse() {
    return USES.contains(type);
  }

  /** Whether the buyer may have the asset by this. */
  boolean reachesBuyer() {
    return isUse() && !type.equals("open");
  }
}
