package dev.tandem.library.store;

import com.github.benmanes.caffeine.cache.Interner;
import dev.tandem.library.AssetField;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.ObjectMapper;

/** Reads rows of {@link #SELECT}. */
final class AssetRows implements RowMapper<StoredAsset> {
  static final String SELECT =
      """
      select a.*, v.checksum, v.file_name, v.media_type
        from asset a join asset_version v on v.asset_id = a.id and v.version = a.version
      """;

  /** Names that many assets share. */
  private static final Interner<String> NAMES = Interner.newWeakInterner();

  private final ObjectMapper json;

  AssetRows(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public StoredAsset mapRow(ResultSet row, int number) throws SQLException {
    var draft =
        AssetDraft.of(new AssetId(row.getString("id")), instant(row, "created_at"))
            .version(row.getInt("version"))
            .status(AssetStatus.valueOf(row.getString("status")))
            .url(row.getString("url"))
            .owner(shared(row.getString("owner")))
            .author(shared(row.getString("author")))
            .publishedOn(row.getObject("published_on", LocalDate.class))
            .reviewBy(row.getObject("review_by", LocalDate.class))
            .expiresOn(row.getObject("expires_on", LocalDate.class))
            .cost(cost(row))
            .tags(strings(row, "tags").stream().map(NAMES::intern).toList())
            .fileName(row.getString("file_name"))
            .mediaType(shared(row.getString("media_type")))
            .checksum(row.getString("checksum"))
            .sourcePath(row.getString("source_path"));
    json.readValue(row.getString("labels"), LabelsJson.class).into(draft);
    return new StoredAsset(
        draft.build(instant(row, "changed_at"), row.getLong("revision")),
        strings(row, "decided").stream().map(AssetField::valueOf).collect(Collectors.toSet()),
        java.util.Set.copyOf(strings(row, "refused")),
        row.getString("given_digest"),
        row.getString("text_digest"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Money cost(ResultSet row) throws SQLException {
    var amount = row.getBigDecimal("cost");
    return amount == null
        ? null
        : new Money(amount, Currency.getInstance(row.getString("currency")));
  }

  private static @Nullable String shared(@Nullable String name) {
    return name == null ? null : NAMES.intern(name);
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }
}
