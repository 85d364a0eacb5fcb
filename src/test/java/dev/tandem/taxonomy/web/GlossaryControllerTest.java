package dev.tandem.taxonomy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.taxonomy.Glossary;
import dev.tandem.taxonomy.GlossaryOnDatabase;
import dev.tandem.taxonomy.web.GlossaryController.Wanted;
import dev.tandem.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.server.ResponseStatusException;

@ExtendWith(TestDatabase.class)
class GlossaryControllerTest {
  private static final User INGRID = new User(new UserId("ingrid"), "Ingrid", Role.MARKETER);
  private static final CurrentUser SIGNED_IN = () -> Optional.of(INGRID);

  private final Glossary glossary;

  GlossaryControllerTest(JdbcClient jdbc, PlatformTransactionManager transactions) {
    glossary = GlossaryOnDatabase.empty(jdbc, transactions, Clock.systemUTC());
  }

  @Test
  void ofTwoWhoReadTheSameVersionBeforeEitherWroteExactlyOneWins() throws Exception {
    var first = glossary.define("SQL", "Sales says yes", List.of(), INGRID.id());
    var controller = new GlossaryController(bothReadBeforeOneWrites(), SIGNED_IN);
    Callable<Integer> writing =
        () -> {
          var wanted = new Wanted("SQL", "By " + Thread.currentThread().threadId(), null, null);
          try {
            return controller.define("\"1\"", wanted).getStatusCode().value();
          } catch (ResponseStatusException refused) {
            return refused.getStatusCode().value();
          }
        };
    try (var two = Executors.newFixedThreadPool(2)) {
      var answers = two.invokeAll(List.of(writing, writing));
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(200, 412);
    }
    assertThat(glossary.history(first.id())).hasSize(2);
  }

  @Test
  void aWordIsRetiredOnlyAtTheVersionThatWasRead() {
    var first = glossary.define("SQL", "Sales says yes", List.of(), INGRID.id());
    glossary.define("SQL", "Sales says yes in writing", List.of(), INGRID.id());
    var controller = new GlossaryController(glossary, SIGNED_IN);
    assertThatExceptionOfType(ResponseStatusException.class)
        .isThrownBy(() -> controller.retire("\"1\"", first.id()))
        .satisfies(
            refused ->
                assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.PRECONDITION_FAILED));
    controller.retire("\"2\"", first.id());
    assertThat(glossary.entries()).isEmpty();
  }

  /** The glossary, where nobody goes on before both have found the word. */
  private Glossary bothReadBeforeOneWrites() {
    var together = new CyclicBarrier(2);
    return (Glossary)
        Proxy.newProxyInstance(
            Glossary.class.getClassLoader(),
            new Class<?>[] {Glossary.class},
            (proxy, method, arguments) -> {
              try {
                var answer = method.invoke(glossary, arguments);
                if (method.getName().equals("find")) together.await();
                return answer;
              } catch (InvocationTargetException thrown) {
                throw Objects.requireNonNull(thrown.getCause());
              }
            });
  }
}
