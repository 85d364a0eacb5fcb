package dev.tandem.database;

import dev.tandem.shared.SystemFacts;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which database answers, and how large it is. */
@Component
class DatabaseFacts implements SystemFacts {
  private final JdbcClient jdbc;

  DatabaseFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String title() {
    return "Database";
  }

  @Override
  public List<Fact> facts() {
    record State(String version, long bytes, String fsync, String commits) {}
    var state =
        jdbc.sql(
                "select current_setting('server_version') as version,"
                    + " pg_database_size(current_database()) as bytes,"
                    + " current_setting('fsync') as fsync,"
                    + " current_setting('synchronous_commit') as commits")
            .query(State.class)
            .single();
    boolean durable = state.fsync().equals("on") && !state.commits().equals("off");
    return List.of(
        Fact.of("PostgreSQL", state.version()),
        Fact.of("Size", String.format("%.1f MB", state.bytes() / 1e6)),
        new Fact(
            "Durable commits",
            durable ? "on" : "off: switch fsync and synchronous_commit on",
            durable));
  }
}
