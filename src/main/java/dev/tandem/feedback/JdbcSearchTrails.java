package dev.tandem.feedback;

import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSearchTrails implements SearchTrails {
  private final JdbcClient jdbc;

  JdbcSearchTrails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Searched> by(UserId rep, int limit) {
    return jdbc.sql(
            """
            select query, at from feedback_event
            where rep = :rep and type = 'slate_served' and surface = 'search' and query is not null
            order by at desc limit :limit
            """)
        .param("rep", rep.value())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Searched(
                    Objects.requireNonNull(row.getString("query")),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }

  @Override
  public List<Successful> successfulSince(Instant since, int limit) {
    return jdbc.sql(
            """
            select s.query, s.rep, u.asset, u.at
            from feedback_event u
              join feedback_event s on s.slate = u.slate and s.type = 'slate_served'
            where u.type in ('%s')
              and u.at >= :since and u.slate is not null and u.asset is not null
              and s.surface = 'search' and s.query is not null and s.rep = u.rep
              and not exists (select 1 from feedback_event r
                where r.type = 'retraction' and r.payload ->> 'retracted' = u.key)
            order by u.at desc limit :limit
            """
                .formatted(String.join("', '", EvidenceEvent.USES)))
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(
            (row, n) ->
                new Successful(
                    Objects.requireNonNull(row.getString("query")),
                    new UserId(Objects.requireNonNull(row.getString("rep"))),
                    new AssetId(Objects.requireNonNull(row.getString("asset"))),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
