package dev.tandem.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.testing.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(TestDatabase.class)
class UsersTest {
  private static final UserId ADA = new UserId("ada@example.com");
  private static final UserId BEN = new UserId("ben@example.com");
  private static final String PASSWORD = "a passable password";

  private final JdbcClient jdbc;
  private final JdbcUsers users;
  private final List<Object> events = new ArrayList<>();

  UsersTest(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    users =
        new JdbcUsers(
            jdbc,
            transaction,
            new PasswordHashing().passwordEncoder(),
            Clock.systemUTC(),
            events::add);
  }

  @BeforeEach
  void startEmpty() {
    jdbc.sql("delete from app_user").update();
  }

  @Test
  void peopleAreCalledByTheirNamesAndWhoWasForgottenByNone() {
    users.create(new User(ADA, "Ada", Role.REP), "North", PASSWORD);
    assertThat(users.nameOf(ADA)).isEqualTo("Ada");
    assertThat(users.nameOf(BEN)).as("known to the CRM alone").isEqualTo("ben@example.com");
    assertThat(users.nameOf(new UserId("removed-8a7c5c3ebd8ddb3c"))).isEqualTo("somebody who left");
  }

  @Test
  void aNewUserHasToChangeThePassword() {
    assertThat(users.create(new User(ADA, "Ada", Role.REP), "North", PASSWORD))
        .isInstanceOf(UserChange.Done.class);
    var ada = users.find(ADA).orElseThrow();
    assertThat(ada.mustChangePassword()).isTrue();
    assertThat(ada.team()).isEqualTo("North");
    assertThat(ada.signsIn()).isTrue();
  }

  @Test
  void aNameIsTakenOnce() {
    users.create(new User(ADA, "Ada", Role.REP), "", PASSWORD);
    assertThat(users.create(new User(new UserId("ADA@example.com"), "B", Role.REP), "", PASSWORD))
        .isEqualTo(new UserChange.NameTaken(ADA));
  }

  @Test
  void weakPasswordsAreRefusedWithTheReason() {
    for (var weak :
        new String[] {"", "short", "aaaaaaaaaaaa", "my ada@example.com 1", "x".repeat(201)}) {
      var outcome = users.create(new User(ADA, "Ada", Role.REP), "", weak);
      assertThat(outcome).as(weak).isInstanceOf(UserChange.Refused.class);
      assertThat(outcome.problem()).startsWith("The password");
    }
    assertThat(users.all()).isEmpty();
  }

  @Test
  void theLastAdministratorWhoCanSignInStays() {
    users.create(new User(ADA, "Ada", Role.ADMINISTRATOR), "", PASSWORD);
    users.createProgram(new User(BEN, "Backup", Role.ADMINISTRATOR));
    assertThat(users.disable(ADA)).isInstanceOf(UserChange.Refused.class);
    assertThat(users.changeRole(ADA, Role.REP).problem()).contains("last administrator");
    users.create(new User(new UserId("carla"), "Carla", Role.ADMINISTRATOR), "", PASSWORD);
    assertThat(users.changeRole(ADA, Role.REP)).isInstanceOf(UserChange.Done.class);
    assertThat(users.disable(new UserId("carla"))).isInstanceOf(UserChange.Refused.class);
  }

  @Test
  void whatIsNotThereCannotBeChanged() {
    assertThat(users.disable(ADA)).isEqualTo(new UserChange.NotFound(ADA));
    assertThat(users.changeRole(ADA, Role.REP)).isEqualTo(new UserChange.NotFound(ADA));
    assertThat(users.setPassword(ADA, PASSWORD)).isEqualTo(new UserChange.NotFound(ADA));
    assertThat(events).isEmpty();
  }

  @Test
  void everyChangeThatMattersEndsOldSessions() {
    users.create(new User(ADA, "Ada", Role.REP), "", PASSWORD);
    var before = version(ADA);
    users.changeRole(ADA, Role.REP);
    assertThat(version(ADA)).isEqualTo(before);
    users.changeRole(ADA, Role.MARKETER);
    users.setPassword(ADA, "another passable one");
    assertThat(version(ADA)).isEqualTo(before + 2);
    users.disable(ADA);
    assertThat(users.credentialsOf(ADA)).isEmpty();
    users.enable(ADA);
    assertThat(version(ADA)).isEqualTo(before + 4);
  }

  @Test
  void loadingTheSampleAgainSetsItsUsersBack() {
    var rep = new User(BEN, "Ben", Role.REP);
    users.addSample(rep, "North", "demo");
    users.setPassword(BEN, "changed by a visitor");
    users.addSample(rep, "North", "demo");
    assertThat(users.sampleSignIns()).containsExactly(new Users.SampleSignIn(rep, "demo"));
  }

  private int version(UserId id) {
    return users.credentialsOf(id).orElseThrow().signInVersion();
  }
}
