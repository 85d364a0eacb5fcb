package dev.tandem.durability;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClientException;

/** Clients that send without a pause, each until the server no longer answers. */
final class Traffic {
  private final List<Thread> clients = new ArrayList<>();
  private final Queue<Throwable> surprises = new ConcurrentLinkedQueue<>();

  /** Starts a client; it counts what is acknowledged. */
  <T> Semaphore start(Ledger<T> ledger, Consumer<T> send) {
    var acknowledged = new Semaphore(0);
    clients.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  while (sent(ledger, send)) acknowledged.release();
                }));
    return acknowledged;
  }

  private <T> boolean sent(Ledger<T> ledger, Consumer<T> send) {
    var one = ledger.next();
    try {
      send.accept(one);
      ledger.acknowledge(one);
      return true;
    } catch (HttpServerErrorException noAnswer) {
      ledger.noAnswer(one);
    } catch (RestClientException failed) {
      if (brokeOff(failed)) ledger.noAnswer(one);
      else surprises.add(failed);
    } catch (Throwable unexpected) {
      surprises.add(unexpected);
    }
    return false;
  }

  /** Before an answer, or in the middle of one. */
  private static boolean brokeOff(RestClientException failed) {
    return failed.getMostSpecificCause() instanceof IOException;
  }

  /** Returns when every client has noticed that the server is gone. */
  List<Throwable> awaitEnd() throws InterruptedException {
    for (var client : clients) client.join();
    return List.copyOf(surprises);
  }
}
