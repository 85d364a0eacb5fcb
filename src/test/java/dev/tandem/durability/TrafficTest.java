package dev.tandem.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.client.RestClientException;

/** What a client makes of a server that dies while it answers. */
class TrafficTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

  private final Ledger<String> ledger = new Ledger<>(() -> "a piece");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        OK + "Content-Length: 20\r\n\r\n{\"ite",
        OK + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"ite\r\n"
      })
  void anAnswerThatBreaksOffIsNone(String begun) throws Exception {
    assertThat(surprisesOver(begun)).isEmpty();
    assertThat(ledger.acknowledged()).isEmpty();
    assertThat(ledger.owesAnswers()).isTrue();
  }

  @Test
  void aWholeAnswerThatMakesNoSenseIsASurprise() throws Exception {
    assertThat(surprisesOver(OK + "Content-Length: 5\r\n\r\n{\"ite"))
        .hasOnlyElementsOfType(RestClientException.class)
        .hasSize(1);
    assertThat(ledger.owesAnswers()).isFalse();
  }

  private List<Throwable> surprisesOver(String answer) throws Exception {
    var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    var api = new Api("http://localhost:" + server.getLocalPort(), "token");
    Thread.ofVirtual().start(() -> answerAndDie(server, answer));
    var traffic = new Traffic();
    traffic.start(ledger, piece -> api.search("anything"));
    return traffic.awaitEnd();
  }

  private static void answerAndDie(ServerSocket server, String answer) {
    try (server;
        var connection = server.accept()) {
      connection.getInputStream().read(new byte[4096]);
      connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }
}
