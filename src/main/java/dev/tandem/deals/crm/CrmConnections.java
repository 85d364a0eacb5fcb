package dev.tandem.deals.crm;

import dev.tandem.deals.crm.CrmConnection.Secrets;
import dev.tandem.shared.SealedSecrets;
import dev.tandem.shared.SealedSecrets.LostKey;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The CRMs that were connected in the UI. Their secrets go in, and come out to gateways only. */
@Repository
public class CrmConnections {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final SealedSecrets secrets;
  private final Clock clock;

  CrmConnections(JdbcClient jdbc, SealedSecrets secrets, Clock clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.clock = clock;
  }

  public List<String> names() {
    return jdbc.sql("select name from crm_connection order by name").query(String.class).list();
  }

  public Optional<CrmConnection> find(String name) {
    return stored(name).map(Stored::connection);
  }

  /**
   * Adds or changes a connection.
   *
   * @param entered what is null in it stays as it is, as long as the address stays the same: a
   *     secret goes nowhere it was not entered for
   * @return why not, as a sentence
   */
  public Optional<String> save(CrmConnection wanted, Secrets entered) {
    var before = stored(wanted.name());
    boolean moved =
        before.isPresent() && !Objects.equals(before.get().connection().url(), wanted.url());
    var kept = moved ? null : before.orElse(null);
    var token = sealed(wanted.name(), "token", entered.token(), kept == null ? null : kept.token());
    var clientSecret =
        sealed(
            wanted.name(),
            "client secret",
            entered.clientSecret(),
            kept == null ? null : kept.clientSecret());
    boolean hadSecret = before.isPresent() && before.get().hasSecret();
    if (token == null && clientSecret == null && (wanted.needsSecret() || moved && hadSecret))
      return Optional.of(
          moved ? "Enter the secret again, since the address changed." : "Enter the secret.");
    jdbc.sql(
            """
            insert into crm_connection
              (name, type, url, client_id, zone, write_back, shape, token, client_secret,
               changed_at)
            values (:name, :type, :url, :client, :zone, :write, :shape, :token, :secret, :now)
            on conflict (name) do update set type = excluded.type, url = excluded.url,
              client_id = excluded.client_id, zone = excluded.zone,
              write_back = excluded.write_back, shape = excluded.shape, token = excluded.token,
              client_secret = excluded.client_secret, changed_at = excluded.changed_at
            """)
        .param("name", wanted.name())
        .param("type", wanted.type())
        .param("url", wanted.url() == null ? null : wanted.url().toString())
        .param("client", wanted.clientId())
        .param("zone", wanted.zone().getId())
        .param("write", wanted.writeBack())
        .param("shape", wanted.shape())
        .param("token", token)
        .param("secret", clientSecret)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return Optional.empty();
  }

  /** Forgets a connection with its secrets; the deals it brought stay. */
  public boolean remove(String name) {
    return jdbc.sql("delete from crm_connection where name = :name").param("name", name).update()
        > 0;
  }

  /** How a connection that is not kept yet would be reached, without its secrets. */
  CrmAccess described(CrmConnection connection) {
    return access(connection, null, null);
  }

  /** For all but gateways. */
  Optional<CrmAccess> withoutSecrets(String name) {
    return find(name).map(connection -> access(connection, null, null));
  }

  /**
   * @throws CrmFailure when a secret cannot be opened any more
   */
  Optional<CrmAccess> withSecrets(String name) {
    return stored(name)
        .map(
            one ->
                access(
                    one.connection(),
                    opened(name, "token", one.token()),
                    opened(name, "client secret", one.clientSecret())));
  }

  private @Nullable String sealed(
      String name, String part, @Nullable String entered, @Nullable String before) {
    return entered == null || entered.isBlank()
        ? before
        : secrets.seal(entered.strip(), purpose(name, part));
  }

  private @Nullable String opened(String name, String part, @Nullable String sealed) {
    try {
      return sealed == null ? null : secrets.open(sealed, purpose(name, part));
    } catch (LostKey lost) {
      throw CrmFailure.refused(
          "the " + part + " of " + name + " cannot be opened",
          String.valueOf(lost.getMessage()) + " It is entered under Connection, on this page.");
    }
  }

  private static String purpose(String name, String part) {
    return "crm " + name + " " + part;
  }

  private static CrmAccess access(
      CrmConnection of, @Nullable String token, @Nullable String clientSecret) {
    return new CrmAccess(
        of.type(),
        of.url(),
        token,
        of.clientId(),
        clientSecret,
        null,
        null,
        null,
        of.zone(),
        TIMEOUT,
        true,
        of.writeBack(),
        null,
        of.shape() == null ? null : WrittenShape.read(of.shape()));
  }

  /**
   * @param token sealed
   * @param clientSecret sealed
   */
  private record Stored(
      CrmConnection connection, @Nullable String token, @Nullable String clientSecret) {
    boolean hasSecret() {
      return token != null || clientSecret != null;
    }
  }

  private Optional<Stored> stored(String name) {
    return jdbc.sql("select * from crm_connection where name = :name")
        .param("name", name)
        .query(CrmConnections::stored)
        .optional();
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    var url = row.getString("url");
    return new Stored(
        new CrmConnection(
            Objects.requireNonNull(row.getString("name")),
            Objects.requireNonNull(row.getString("type")),
            url == null ? null : URI.create(url),
            row.getString("client_id"),
            ZoneId.of(Objects.requireNonNull(row.getString("zone"))),
            row.getBoolean("write_back"),
            row.getString("shape")),
        row.getString("token"),
        row.getString("client_secret"));
  }
}
