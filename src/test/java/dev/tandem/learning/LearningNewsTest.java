package dev.tandem.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.messages.Messages;
import dev.tandem.shared.Interval;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearningNewsTest {
  private final Messages messages = mock(Messages.class);
  private final Users users = mock(Users.class);
  private final LearningNews news = new LearningNews(messages, users);

  private static Account account(String id, Role role, boolean disabled) {
    var user = new User(new UserId(id), id, role);
    return new Account(user, "", true, disabled, false, Instant.EPOCH);
  }

  @Test
  void theAlarmGoesToAdministratorsWhoCanSignIn() {
    when(users.all())
        .thenReturn(
            List.of(
                account("dana", Role.ADMINISTRATOR, false),
                account("gone", Role.ADMINISTRATOR, true),
                account("ingrid", Role.MARKETER, false)));
    news.watched("learned-1", new Drift(120, -0.2, new Interval(-0.3, -0.1, 0.95)));
    verify(messages)
        .tell(
            eq(List.of(new UserId("dana"))),
            eq("learning:drift:learned-1"),
            startsWith("learned-1 predicts what reps use worse than the experts’ order"),
            eq("learning"));
  }

  @Test
  void whatIsNotSureRaisesNoAlarm() {
    news.watched("learned-1", new Drift(120, -0.01, new Interval(-0.1, 0.08, 0.95)));
    news.watched("learned-1", new Drift(12, -0.2, null));
    verifyNoInteractions(messages);
    assertThat(users.all()).as("nobody was asked for").isEmpty();
  }
}
