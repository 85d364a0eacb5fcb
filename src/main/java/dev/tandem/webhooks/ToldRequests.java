package dev.tandem.webhooks;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which delivered requests were looked at already. */
@Repository
class ToldRequests {
  private final JdbcClient jdbc;

  ToldRequests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return those that were not known before
   */
  Set<Long> keep(Collection<Long> requests) {
    return jdbc.sql(
            "insert into webhook_request_told (request) select unnest(:requests::bigint[])"
                + " on conflict do nothing returning request")
        .param("requests", requests.toArray(Long[]::new))
        .query(Long.class)
        .set();
  }
}
