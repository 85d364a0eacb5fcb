package dev.tandem.requests;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcContentRequests implements ContentRequests {
  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final Clock clock;

  JdbcContentRequests(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public ContentRequest ask(UserId asker, ContentRequest.Wish wish) {
    var deal = wish.deal();
    // the no-op update makes a repeated wish answer with its first row
    return jdbc.sql(
            """
            insert into content_request (asked_by, asked_at, need, query, filters, address, deal)
            values (:asker, :now, :need, :query, :filters, :address, :deal)
            on conflict (asked_by, address, coalesce(deal, ''), need) where done_at is null
              do update set asked_by = excluded.asked_by
            returning *
            """)
        .param("asker", asker.value())
        .param("now", now())
        .param("need", wish.need())
        .param("query", wish.query())
        .param("filters", wish.filters())
        .param("address", wish.address())
        .param("deal", deal == null ? null : deal.value())
        .query(JdbcContentRequests::read)
        .single();
  }

  @Override
  public List<ContentRequest> list(boolean open) {
    var which =
        open
            ? "done_at is null order by asked_at, id"
            : "done_at is not null order by done_at desc, id";
    return jdbc.sql("select * from content_request where " + which + " limit " + MOST)
        .query(JdbcContentRequests::read)
        .list();
  }

  @Override
  public long countOpen() {
    return jdbc.sql("select count(*) from content_request where done_at is null")
        .query(Long.class)
        .single();
  }

  @Override
  public void markDone(long id, UserId by) {
    jdbc.sql(
            "update content_request set done_by = :by, done_at = :now"
                + " where id = :id and done_at is null")
        .param("id", id)
        .param("by", by.value())
        .param("now", now())
        .update();
  }

  /** Where the same was asked for again meanwhile, that stands for both. */
  @Override
  public void reopen(long id) {
    jdbc.sql(
            """
            update content_request c set done_by = null, done_at = null where id = :id
              and not exists (select 1 from content_request o where o.done_at is null
                and o.asked_by = c.asked_by and o.address = c.address and o.need = c.need
                and coalesce(o.deal, '') = coalesce(c.deal, ''))
            """)
        .param("id", id)
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static ContentRequest read(ResultSet row, int number) throws SQLException {
    var deal = row.getString("deal");
    return new ContentRequest(
        row.getLong("id"),
        new UserId(Objects.requireNonNull(row.getString("asked_by"))),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        new ContentRequest.Wish(
            Objects.requireNonNull(row.getString("need")),
            Objects.requireNonNull(row.getString("query")),
            Objects.requireNonNull(row.getString("filters")),
            Objects.requireNonNull(row.getString("address")),
            deal == null ? null : new OpportunityId(deal)),
        done(row));
  }

  private static ContentRequest.@Nullable Done done(ResultSet row) throws SQLException {
    var by = row.getString("done_by");
    if (by == null) return null;
    return new ContentRequest.Done(
        new UserId(by), row.getObject("done_at", OffsetDateTime.class).toInstant());
  }
}
