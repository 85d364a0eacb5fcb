package dev.tandem.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiTokens implements ApiTokens {
  private static final String COLUMNS =
      "t.id, t.name, t.user_id, t.role, t.scopes, t.created_at, t.expires_at, t.last_used_at, t.revoked_at";

  /** Use is noted this coarsely, so that most requests only read. */
  private static final Duration PRECISION_OF_USE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Users users;
  private final Clock clock;

  JdbcApiTokens(JdbcClient jdbc, Users users, Clock clock) {
    this.jdbc = jdbc;
    this.users = users;
    this.clock = clock;
  }

  @Override
  public Issue issue(
      UserId user, Role role, Set<Scope> scopes, String name, Optional<Duration> validFor) {
    if (scopes.isEmpty()) return new Issue.Refused("A token needs at least one scope.");
    var account = users.find(user);
    if (account.isEmpty()) return new Issue.Refused("There is no user '" + user + "'.");
    if (account.get().disabled())
      return new Issue.Refused("The user '" + user + "' is disabled; enable it first.");
    var owned = account.get().user().role();
    if (role.compareTo(owned) > 0)
      return new Issue.Refused(
          "A token cannot have more rights than its user: '%s' is %s, not %s."
              .formatted(user, owned.id(), role.id()));
    if (validFor.isPresent() && !validFor.get().isPositive())
      return new Issue.Refused("A token is valid for at least a moment: " + validFor.get());
    var secret = TokenSecret.generated();
    var now = clock.instant();
    var token =
        jdbc.sql(
                """
                insert into api_token as t (name, user_id, role, scopes, secret_hash,
                  created_at, expires_at)
                values (:name, :user, :role, :scopes, :hash, :now, :expires)
                returning\s"""
                    + COLUMNS)
            .param("name", shortened(name))
            .param("user", user.value())
            .param("role", role.name())
            .param("scopes", stored(scopes), Types.ARRAY)
            .param("hash", secret.hash())
            .param("now", utc(now))
            .param("expires", validFor.map(now::plus).map(JdbcApiTokens::utc).orElse(null))
            .query(JdbcApiTokens::token)
            .single();
    return new Issue.Issued(token, secret.value());
  }

  @Override
  public boolean revoke(long id) {
    return jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
            .param("now", utc(clock.instant()))
            .param("id", id)
            .update()
        > 0;
  }

  @Override
  public List<ApiToken> all() {
    return jdbc.sql("select " + COLUMNS + " from api_token t order by t.id desc")
        .query(JdbcApiTokens::token)
        .list();
  }

  /** Who comes with this token now; empty when it is unknown, expired, revoked or its user is. */
  Optional<Bearer> bearerOf(TokenSecret secret) {
    if (!secret.looksLikeOne()) return Optional.empty();
    var now = clock.instant();
    var found =
        jdbc.sql(
                "select u.display_name, u.role as user_role, "
                    + COLUMNS
                    + """
                     from api_token t join app_user u on u.id = t.user_id
                    where t.secret_hash = :hash and t.revoked_at is null and not u.disabled
                      and (t.expires_at is null or t.expires_at > :now)""")
            .param("hash", secret.hash())
            .param("now", utc(now))
            .query((row, number) -> new Found(token(row, number), bearer(row)))
            .optional();
    found.ifPresent(token -> noteUse(token.token(), now));
    return found.map(Found::bearer);
  }

  private void noteUse(ApiToken token, Instant now) {
    var before = token.lastUsedAt();
    if (before != null && before.plus(PRECISION_OF_USE).isAfter(now)) return;
    jdbc.sql("update api_token set last_used_at = :now where id = :id")
        .param("now", utc(now))
        .param("id", token.id())
        .update();
  }

  private record Found(ApiToken token, Bearer bearer) {}

  /** A user by token, with the rights that both of them have. */
  record Bearer(User user, long tokenId, Set<Scope> scopes) {}

  private static Bearer bearer(ResultSet row) throws SQLException {
    var ofToken = Role.valueOf(row.getString("role"));
    var ofUser = Role.valueOf(row.getString("user_role"));
    return new Bearer(
        new User(
            new UserId(row.getString("user_id")),
            row.getString("display_name"),
            ofToken.compareTo(ofUser) < 0 ? ofToken : ofUser),
        row.getLong("id"),
        scopes(row));
  }

  private static ApiToken token(ResultSet row, int number) throws SQLException {
    return new ApiToken(
        row.getLong("id"),
        row.getString("name"),
        new UserId(row.getString("user_id")),
        Role.valueOf(row.getString("role")),
        scopes(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row, "expires_at"),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  /** All are kept as no list, so that such a token has those of later versions too. */
  private static String @Nullable [] stored(Set<Scope> scopes) {
    return scopes.containsAll(Scope.all())
        ? null
        : scopes.stream().sorted().map(Scope::id).toArray(String[]::new);
  }

  /** A name that this version does not know grants nothing. */
  private static Set<Scope> scopes(ResultSet row) throws SQLException {
    var kept = row.getArray("scopes");
    if (kept == null) return Scope.all();
    return Arrays.stream((String[]) kept.getArray())
        .flatMap(id -> Scope.of(id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static String shortened(String name) {
    var stripped = name.strip();
    return stripped.length() > 200 ? stripped.substring(0, 200) : stripped;
  }
}
