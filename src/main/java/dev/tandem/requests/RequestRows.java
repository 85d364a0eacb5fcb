package dev.tandem.requests;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import dev.tandem.requests.ContentRequest.Delivery;
import dev.tandem.requests.ContentRequest.Promise;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.taxonomy.ContentType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests as their tables keep them. */
final class RequestRows {
  /** A request with everyone who asked, the deals, and the uses that prove it, in one row. */
  static final String SELECT =
      """
      select r.*,
        (select array_agg(distinct a.asker) from content_request_asker a where a.request = r.id)
          as askers,
        (select array_agg(distinct a.deal) from content_request_asker a
          where a.request = r.id and a.deal <> '') as deals,
        (select coalesce(sum(uses), 0) from content_request_use u where u.request = r.id) as uses,
        (select count(distinct u.deal) from content_request_use u where u.request = r.id)
          as used_deals
      from content_request r
      """;

  private RequestRows() {}

  static ContentRequest read(ResultSet row, int number) throws SQLException {
    var owner = row.getString("owner");
    return new ContentRequest(
        row.getLong("id"),
        new UserId(text(row, "asked_by")),
        Objects.requireNonNull(instant(row, "asked_at")),
        wish(row),
        texts(row, "askers").stream().map(UserId::new).collect(Collectors.toSet()),
        texts(row, "deals").stream().map(OpportunityId::new).collect(Collectors.toSet()),
        RequestState.parse(text(row, "state")).orElseThrow(),
        owner == null ? null : new UserId(owner),
        new Promise(
            row.getObject("answer_by", LocalDate.class), row.getObject("due_on", LocalDate.class)),
        instant(row, "answered_at"),
        row.getString("decline_reason"),
        delivery(row),
        row.getObject("merged_into", Long.class),
        Objects.requireNonNull(instant(row, "changed_at")));
  }

  private static Wish wish(ResultSet row) throws SQLException {
    var deal = row.getString("deal");
    var kind = row.getString("kind");
    return new Wish(
        text(row, "need"),
        text(row, "query"),
        text(row, "filters"),
        text(row, "address"),
        deal == null ? null : new OpportunityId(deal),
        kind == null ? null : ContentType.parse(kind).orElse(null),
        texts(row, "products"),
        row.getString("slate"));
  }

  private static @Nullable Delivery delivery(ResultSet row) throws SQLException {
    var at = instant(row, "delivered_at");
    if (at == null) return null;
    var asset = row.getString("asset");
    return new Delivery(
        asset == null ? null : new AssetId(asset),
        at,
        instant(row, "proven_at"),
        row.getLong("uses"),
        row.getLong("used_deals"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column));
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    var array = row.getArray(column);
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
