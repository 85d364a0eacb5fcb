package dev.tandem.webhooks;

import dev.tandem.shared.SealedSecrets;
import dev.tandem.shared.SealedSecrets.LostKey;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Delivers what waits in the outbox; what fails is tried again after pauses that grow. */
@Component
@ConditionalOnWebApplication
class WebhookSender {
  private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);
  private static final int BATCH = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final WebhookOutbox outbox;
  private final WebhookTargets targets;
  private final SealedSecrets secrets;
  private final WebhookSettings settings;
  private final Clock clock;

  /** Follows no redirect: it could lead where we do not call. */
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  WebhookSender(
      WebhookOutbox outbox,
      WebhookTargets targets,
      SealedSecrets secrets,
      WebhookSettings settings,
      Clock clock) {
    this.outbox = outbox;
    this.targets = targets;
    this.secrets = secrets;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 5_000, initialDelay = 10_000)
  void deliver() {
    for (var due : outbox.take(BATCH)) deliver(due);
  }

  private void deliver(WebhookOutbox.Due due) {
    var complaint = targets.complaint(due.address());
    if (complaint.isPresent()) {
      failed(due, null, complaint.get(), null);
      return;
    }
    String secret;
    try {
      secret = secret(due);
    } catch (LostKey lost) {
      failed(due, null, String.valueOf(lost.getMessage()), null);
      return;
    }
    long seconds = clock.instant().getEpochSecond();
    var request =
        HttpRequest.newBuilder(URI.create(due.address()))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Tandem")
            .header("webhook-id", due.event())
            .header("webhook-timestamp", Long.toString(seconds))
            .header(
                "webhook-signature", WebhookSignature.of(secret, due.event(), seconds, due.body()))
            .POST(BodyPublishers.ofString(due.body()))
            .build();
    // the request's own time limit ends with the head of the answer
    var sending = client.sendAsync(request, head -> new FirstBytes());
    try {
      var answer = sending.get(PATIENCE.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
      int status = answer.statusCode();
      if (status >= 200 && status < 300) outbox.delivered(due, status, answer.body());
      else failed(due, status, "answered " + status, answer.body());
    } catch (ExecutionException unreachable) {
      failed(due, null, "no answer: " + reason(unreachable), null);
    } catch (TimeoutException slow) {
      sending.cancel(true);
      failed(due, null, "no whole answer in time", null);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt(); // it is due again after its lease
    }
  }

  private static String reason(ExecutionException failure) {
    return switch (failure.getCause()) {
      case HttpTimeoutException slow -> "nothing came in time";
      case ConnectException away -> "no connection";
      case SSLException untrusted -> "no trusted TLS connection: " + untrusted.getMessage();
      case null -> "for an unknown reason";
      case Throwable other -> other.getClass().getSimpleName();
    };
  }

  /** Secrets from before there was sealing stand as they are. */
  private String secret(WebhookOutbox.Due due) {
    return due.secret().startsWith(WebhookSignature.PREFIX)
        ? due.secret()
        : secrets.open(due.secret(), WebhookOutbox.PURPOSE);
  }

  private void failed(
      WebhookOutbox.Due due, @Nullable Integer status, String trouble, @Nullable String answer) {
    int failed = due.attempts() + 1;
    boolean again = failed < settings.attempts();
    log.warn(
        "Webhook {} attempt {} failed: {}{}",
        due.event(),
        failed,
        trouble,
        again ? "" : "; given up");
    var next = clock.instant().plus(settings.pauseAfter(failed));
    outbox.failed(due, status, trouble, answer, again ? Optional.of(next) : Optional.empty());
  }
}
