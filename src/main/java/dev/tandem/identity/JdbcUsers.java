package dev.tandem.identity;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcUsers implements Users {
  private static final String COLUMNS =
      "id, display_name, role, team, password_hash is not null as signs_in, disabled,"
          + " must_change_password, created_at";

  /** An administrator who can sign in, besides the one asked about. */
  private static final String ANOTHER_ADMINISTRATOR =
      "exists (select 1 from app_user where id <> :id and role = 'ADMINISTRATOR' and not disabled"
          + " and password_hash is not null)";

  private static final UserChange.Refused LAST_ADMINISTRATOR =
      new UserChange.Refused(
          "This is the last administrator who can sign in; make someone else one first.");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final PasswordEncoder passwords;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  JdbcUsers(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      PasswordEncoder passwords,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.passwords = passwords;
    this.clock = clock;
    this.events = events;
  }

  @Override
  public Optional<Account> find(UserId id) {
    return jdbc.sql("select " + COLUMNS + " from app_user where id = :id")
        .param("id", id.value())
        .query(JdbcUsers::account)
        .optional();
  }

  @Override
  public List<Account> all() {
    return jdbc.sql("select " + COLUMNS + " from app_user order by lower(display_name), id")
        .query(JdbcUsers::account)
        .list();
  }

  @Override
  public UserChange create(User user, String team, String password) {
    var complaint = PasswordRule.complaint(user.id(), password);
    if (complaint.isPresent()) return new UserChange.Refused(complaint.get());
    return insert(user, team, hash(password), true);
  }

  @Override
  public UserChange createProgram(User user) {
    return insert(user, "", null, false);
  }

  private UserChange insert(
      User user, String team, @org.jspecify.annotations.Nullable String hash, boolean mustChange) {
    int rows =
        jdbc.sql(
                """
                insert into app_user
                  (id, display_name, role, team, password_hash, must_change_password, created_at)
                values (:id, :name, :role, :team, :hash, :must_change, :now)
                on conflict (id) do nothing""")
            .param("id", user.id().value())
            .param("name", user.displayName())
            .param("role", user.role().name())
            .param("team", team.strip())
            .param("hash", hash)
            .param("must_change", mustChange)
            .param("now", now())
            .update();
    return rows == 0 ? new UserChange.NameTaken(user.id()) : outcome(user.id());
  }

  @Override
  public UserChange changeRole(UserId id, Role role) {
    return oneAtATime(
        () -> {
          if (role != Role.ADMINISTRATOR && isLastAdministrator(id)) return LAST_ADMINISTRATOR;
          jdbc.sql(
                  "update app_user set role = :role, sign_in_version = sign_in_version + 1"
                      + " where id = :id and role <> :role")
              .param("role", role.name())
              .param("id", id.value())
              .update();
          return outcome(id);
        });
  }

  @Override
  public UserChange disable(UserId id) {
    return oneAtATime(() -> isLastAdministrator(id) ? LAST_ADMINISTRATOR : mark(id, true));
  }

  @Override
  public UserChange enable(UserId id) {
    return mark(id, false);
  }

  private UserChange mark(UserId id, boolean disabled) {
    jdbc.sql(
            "update app_user set disabled = :disabled, sign_in_version = sign_in_version + 1"
                + " where id = :id and disabled <> :disabled")
        .param("disabled", disabled)
        .param("id", id.value())
        .update();
    return outcome(id);
  }

  @Override
  public UserChange setPassword(UserId id, String password) {
    return setPassword(id, password, true);
  }

  UserChange setPassword(UserId id, String password, boolean mustChange) {
    var complaint = PasswordRule.complaint(id, password);
    if (complaint.isPresent()) return new UserChange.Refused(complaint.get());
    jdbc.sql(
            "update app_user set password_hash = :hash, sample_password = null,"
                + " must_change_password = :must_change, sign_in_version = sign_in_version + 1"
                + " where id = :id")
        .param("hash", hash(password))
        .param("must_change", mustChange)
        .param("id", id.value())
        .update();
    var outcome = outcome(id);
    if (outcome instanceof UserChange.Done) events.publishEvent(new PasswordChanged(id));
    return outcome;
  }

  /** Sets up, or repairs, the administrator that an installation starts with. */
  void putAdministrator(User user, String password, boolean mustChange) {
    jdbc.sql(
            """
            insert into app_user
              (id, display_name, role, password_hash, must_change_password, created_at)
            values (:id, :name, 'ADMINISTRATOR', :hash, :must_change, :now)
            on conflict (id) do update set role = 'ADMINISTRATOR', disabled = false,
              password_hash = excluded.password_hash, sample_password = null,
              must_change_password = excluded.must_change_password,
              sign_in_version = app_user.sign_in_version + 1""")
        .param("id", user.id().value())
        .param("name", user.displayName())
        .param("hash", hash(password))
        .param("must_change", mustChange)
        .param("now", now())
        .update();
  }

  /** Whether anybody could sign in and administer this installation. */
  boolean anyAdministrator() {
    return yes(jdbc.sql("select " + ANOTHER_ADMINISTRATOR).param("id", ""));
  }

  @Override
  public void addSample(User user, String team, String password) {
    jdbc.sql(
            """
            insert into app_user
              (id, display_name, role, team, password_hash, sample_password, created_at)
            values (:id, :name, :role, :team, :hash, :password, :now)
            on conflict (id) do update set display_name = excluded.display_name,
              role = excluded.role, team = excluded.team, disabled = false,
              password_hash = excluded.password_hash,
              sample_password = excluded.sample_password, must_change_password = false,
              sign_in_version = app_user.sign_in_version + 1""")
        .param("id", user.id().value())
        .param("name", user.displayName())
        .param("role", user.role().name())
        .param("team", team.strip())
        .param("hash", hash(password))
        .param("password", password)
        .param("now", now())
        .update();
  }

  @Override
  public List<SampleSignIn> sampleSignIns() {
    return jdbc.sql(
            """
            select id, display_name, role, sample_password from app_user
            where sample_password is not null and not disabled
            order by array_position(array['REP', 'MARKETER', 'ADMINISTRATOR'], role), id""")
        .query(
            (row, number) ->
                new SampleSignIn(user(row), requireNonNull(row.getString("sample_password"))))
        .list();
  }

  /** Empty for unknown and disabled users and for programs. */
  Optional<StoredCredentials> credentialsOf(UserId id) {
    return jdbc.sql(
            """
            select id, display_name, role, password_hash, must_change_password, sign_in_version
            from app_user where id = :id and not disabled and password_hash is not null""")
        .param("id", id.value())
        .query(
            (row, number) ->
                new StoredCredentials(
                    user(row),
                    requireNonNull(row.getString("password_hash")),
                    row.getBoolean("must_change_password"),
                    row.getInt("sign_in_version")))
        .optional();
  }

  private boolean isLastAdministrator(UserId id) {
    return yes(
        jdbc.sql(
                """
                select exists (select 1 from app_user where id = :id and role = 'ADMINISTRATOR'
                  and not disabled and password_hash is not null) and not\s"""
                    + ANOTHER_ADMINISTRATOR)
            .param("id", id.value()));
  }

  /** Two administrators must not take the right from each other at the same moment. */
  private UserChange oneAtATime(Supplier<UserChange> change) {
    return requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql("lock table app_user in share row exclusive mode").update();
              return change.get();
            }));
  }

  private UserChange outcome(UserId id) {
    return find(id).<UserChange>map(UserChange.Done::new).orElse(new UserChange.NotFound(id));
  }

  private String hash(String password) {
    return requireNonNull(passwords.encode(password));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static boolean yes(JdbcClient.StatementSpec question) {
    return question.query(Boolean.class).single();
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        new UserId(row.getString("id")),
        row.getString("display_name"),
        Role.valueOf(row.getString("role")));
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    return new Account(
        user(row),
        row.getString("team"),
        row.getBoolean("signs_in"),
        row.getBoolean("disabled"),
        row.getBoolean("must_change_password"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
