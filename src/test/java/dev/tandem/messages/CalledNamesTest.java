package dev.tandem.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalledNamesTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          anna.berg asks for: A flyer.           | Anna Berg asks for: A flyer.
          removed-4711 asks for: A flyer.        | removed-4711 asks for: A flyer.
          Marketing accepted your request.       | Marketing accepted your request.
          “The guide”: review was due on 1 May.  | “The guide”: review was due on 1 May.
          Done                                   | Done""")
  void whoeverDidSomethingIsCalledAsPeopleDo(String kept, String shown) {
    var users = mock(Users.class);
    for (var each : new String[] {"anna.berg", "marketing"})
      when(users.find(new UserId(each)))
          .thenReturn(
              Optional.of(
                  new Account(
                      new User(new UserId(each), "Anna Berg", Role.REP),
                      "",
                      true,
                      false,
                      false,
                      Instant.EPOCH)));
    assertThat(new CalledNames(users).in(kept)).isEqualTo(shown);
  }
}
