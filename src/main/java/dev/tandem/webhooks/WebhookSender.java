package dev.tandem.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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
  private final WebhookSettings settings;
  private final Clock clock;

  /** Follows no redirect: it could lead where we do not call. */
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  WebhookSender(
      WebhookOutbox outbox, WebhookTargets targets, WebhookSettings settings, Clock clock) {
    this.outbox = outbox;
    this.targets = targets;
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
      failed(due, null, complaint.get());
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
                "webhook-signature",
                WebhookSignature.of(due.secret(), due.event(), seconds, due.body()))
            .POST(BodyPublishers.ofString(due.body()))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status >= 200 && status < 300) outbox.delivered(due, status);
      else failed(due, status, "answered " + status);
    } catch (IOException unreachable) {
      failed(due, null, "no answer: " + unreachable.getClass().getSimpleName());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt(); // it is due again after its lease
    }
  }

  private void failed(WebhookOutbox.Due due, @Nullable Integer status, String trouble) {
    int failed = due.attempts() + 1;
    boolean again = failed < settings.attempts();
    log.warn(
        "Webhook {} attempt {} failed: {}{}",
        due.event(),
        failed,
        trouble,
        again ? "" : "; given up");
    var next = clock.instant().plus(settings.pauseAfter(failed));
    outbox.failed(due, status, trouble, again ? Optional.of(next) : Optional.empty());
  }
}
