package dev.tandem.feedback;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcShares implements Shares {
  private static final String NOT_TAKEN_BACK =
      """
      not exists (select 1 from feedback_event r
        where r.type = 'retraction' and r.payload ->> 'retracted' = e.key)
      """;

  private static final String SENT =
      """
      with sent as (
        select e.seq, e.type, e.asset, e.deal, e.rep, e.at,
          coalesce(e.share, case when e.key like 'copy:%%' then substr(e.key, 6) end) as link
        from feedback_event e
        where e.type in ('share', 'copy_link') and e.%s = :owner and %s
        order by e.at desc, e.seq desc limit :limit)
      select s.type, s.asset, s.deal, s.rep, s.at,
        count(distinct v.payload ->> 'visitor') as viewers,
        coalesce(sum((v.payload ->> 'seconds')::float8), 0) as seconds, max(v.at) as viewed_at
      from sent s left join feedback_event v on v.share = s.link and v.type = 'buyer_view'
      group by s.seq, s.type, s.asset, s.deal, s.rep, s.at
      order by s.at desc, s.seq desc
      """;

  private static final int MOST = 1000;

  private final JdbcClient jdbc;

  JdbcShares(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Sent> onDeal(OpportunityId deal) {
    return sent("deal", deal.value(), MOST);
  }

  @Override
  public List<Sent> by(UserId rep, int limit) {
    return sent("rep", rep.value(), limit);
  }

  private List<Sent> sent(String column, String owner, int limit) {
    return jdbc.sql(SENT.formatted(column, NOT_TAKEN_BACK))
        .param("owner", owner)
        .param("limit", limit)
        .query(JdbcShares::read)
        .list();
  }

  private static Sent read(ResultSet row, int number) throws SQLException {
    var deal = row.getString("deal");
    var viewed = row.getObject("viewed_at", OffsetDateTime.class);
    return new Sent(
        new AssetId(Objects.requireNonNull(row.getString("asset"))),
        deal == null ? null : new OpportunityId(deal),
        new UserId(Objects.requireNonNull(row.getString("rep"))),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        "copy_link".equals(row.getString("type")),
        row.getLong("viewers"),
        row.getDouble("seconds"),
        viewed == null ? null : viewed.toInstant());
  }

  @Override
  public Optional<Link> link(String id) {
    if (id.isBlank() || id.length() > 190 || id.indexOf('\0') >= 0) return Optional.empty();
    return jdbc.sql(
            """
            select e.asset, e.at from feedback_event e
            where e.key in (:sent, :copied) and e.type in ('share', 'copy_link')
              and coalesce(e.share, :id) = :id and %s
            order by e.seq limit 1
            """
                .formatted(NOT_TAKEN_BACK))
        .param("sent", Shares.sentKey(id))
        .param("copied", Shares.copiedKey(id))
        .param("id", id)
        .query(
            (row, n) ->
                new Link(
                    id,
                    new AssetId(Objects.requireNonNull(row.getString("asset"))),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .optional();
  }
}
