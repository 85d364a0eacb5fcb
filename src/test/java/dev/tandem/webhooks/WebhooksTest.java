package dev.tandem.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.UserId;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.ModelRegistry.Decision;
import dev.tandem.learning.ModelRegistry.Kind;
import dev.tandem.library.AssetEdit;
import dev.tandem.library.AssetEditing;
import dev.tandem.library.AssetId;
import dev.tandem.library.AssetStatus;
import dev.tandem.library.intake.FileIngestion;
import dev.tandem.library.intake.IncomingFile;
import dev.tandem.library.manifest.NamedValues;
import dev.tandem.requests.ContentRequest.Wish;
import dev.tandem.requests.ContentRequests;
import dev.tandem.requests.RequestMove;
import dev.tandem.testing.TandemTest;
import dev.tandem.webhooks.WebhookEvent.Type;
import dev.tandem.webhooks.Webhooks.Creation.Created;
import dev.tandem.webhooks.Webhooks.Delivery;
import dev.tandem.webhooks.Webhooks.State;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@TandemTest(
    properties = {
      "tandem.webhooks.allow-local=true",
      "tandem.webhooks.first-pause=1ms",
      "tandem.webhooks.attempts=3"
    })
class WebhooksTest {
  @Autowired private Webhooks webhooks;
  @Autowired private WebhookSources sources;
  @Autowired private WebhookSender sender;
  @Autowired private FeedbackLog log;
  @Autowired private FileIngestion ingestion;
  @Autowired private AssetEditing editing;
  @Autowired private ContentRequests requests;
  @Autowired private ModelRegistry models;
  @Autowired private OldDeliveries old;
  @Autowired private JdbcClient jdbc;

  private record Call(String id, String timestamp, String signature, String body) {}

  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Deque<Integer> answers = new ArrayDeque<>();
  private HttpServer receiver;
  private long hook;
  private String secret = "";

  @BeforeEach
  void aReceiver() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          calls.add(
              new Call(
                  headers.getFirst("webhook-id"),
                  headers.getFirst("webhook-timestamp"),
                  headers.getFirst("webhook-signature"),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          Integer answer = answers.poll();
          exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
          exchange.close();
        });
    receiver.start();
    sources.follow(); // from here on
    var address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    var created = (Created) webhooks.create(address, Type.subscribable());
    hook = created.subscription().id();
    secret = created.secret();
  }

  @AfterEach
  void close() {
    webhooks.delete(hook);
    receiver.stop(0);
  }

  @Test
  void aPublishedAndThenExpiredAssetIsToldOnceEachAndSigned() throws Exception {
    var id = asset();
    sources.follow();
    sources.follow();
    sender.deliver();
    var told = calls.remove();
    assertThat(calls).isEmpty();
    var body = JsonMapper.shared().readTree(told.body());
    assertThat(body.get("type").stringValue()).isEqualTo("asset.published");
    assertThat(body.at("/data/asset").stringValue()).isEqualTo(id.value());
    assertThat(told.signature()).isEqualTo("v1," + hmac(told));

    editing.edit(id, List.of(new AssetEdit.Status(AssetStatus.ARCHIVED)), null);
    editing.edit(id, List.of(new AssetEdit.Status(AssetStatus.PUBLISHED)), null);
    sources.follow();
    sender.deliver();
    assertThat(calls).as("between two looks nothing changed").isEmpty();
  }

  @Test
  void anAssetThatExpiresIsTold() throws Exception {
    var id = asset();
    sources.follow();
    editing.edit(id, List.of(new AssetEdit.ExpiresOn(LocalDate.now().minusDays(1))), null);
    sources.follow();
    sender.deliver();
    assertThat(calls).extracting(Call::body).anyMatch(body -> body.contains("asset.expired"));
  }

  @Test
  void aModelThatIsPutToUseIsToldAndOneThatIsTurnedDownIsNot() {
    decide(Kind.REJECTED);
    decide(Kind.CHOSEN);
    sources.follow();
    sender.deliver();
    assertThat(calls).hasSize(1);
    assertThat(calls.remove().body()).contains("model.promoted", "\"kind\":\"chosen\"");
  }

  @Test
  void whatIsPausedWaitsAndIsDeliveredWhenItGoesOn() {
    var one = webhooks.all().getFirst();
    webhooks.change(hook, one.address(), one.types(), true);
    asset();
    sources.follow();
    sender.deliver();
    assertThat(calls).isEmpty();
    webhooks.change(hook, one.address(), one.types(), false);
    sender.deliver();
    assertThat(calls).hasSize(1);
  }

  @Test
  void aTestArrivesThoughNobodySubscribesToIt() throws Exception {
    assertThat(webhooks.test(hook)).isTrue();
    sender.deliver();
    var told = calls.remove();
    assertThat(told.body()).contains("\"type\":\"test\"");
    assertThat(told.signature()).isEqualTo("v1," + hmac(told));
    assertThat(webhooks.test(-1)).isFalse();
  }

  @Test
  void aNewSecretSignsFromThenOn() throws Exception {
    var before = secret;
    secret = webhooks.newSecret(hook).orElseThrow();
    assertThat(secret).isNotEqualTo(before);
    webhooks.test(hook);
    sender.deliver();
    var told = calls.remove();
    assertThat(told.signature()).isEqualTo("v1," + hmac(told));
  }

  @Test
  void oneDeliveryIsSentOnceMore() {
    webhooks.test(hook);
    sender.deliver();
    var delivery = webhooks.deliveries(hook).orElseThrow().getFirst();
    assertThat(delivery.state()).isEqualTo(State.DELIVERED);
    assertThat(webhooks.again(hook, delivery.number())).isTrue();
    assertThat(webhooks.again(hook, -1)).isFalse();
    sender.deliver();
    assertThat(calls).hasSize(2);
  }

  @Test
  void aBuyersVisitIsToldOnceHoweverLong() {
    for (int part = 1; part <= 3; part++)
      log.append(
          new BuyerView(
              "view:" + part + UUID.randomUUID(),
              Instant.now(),
              "share-1",
              new AssetId("guide"),
              null,
              10,
              "visitor-1"));
    sources.follow();
    sender.deliver();
    assertThat(calls).hasSize(1);
    assertThat(calls.remove().body()).contains("share.viewed", "share-1");
  }

  @Test
  void aDeliveredRequestIsTold() {
    var asked =
        requests.ask(
            new UserId("rita"), new Wish("A guide " + UUID.randomUUID(), "", "", "", null));
    var asset = asset();
    sources.follow();
    requests.move(asked.id(), new RequestMove.Deliver(asset), new UserId("ingrid"));
    sources.follow();
    sender.deliver();
    assertThat(calls).extracting(Call::id).contains("request.delivered:" + asked.id());
  }

  @Test
  void whatFailsIsTriedAgainAndGivenUpInTheEnd() throws Exception {
    answers.addAll(List.of(500, 302, 503));
    asset();
    sources.follow();
    deliverUntil(State.GIVEN_UP);
    var delivery = webhooks.deliveries(hook).orElseThrow().getFirst();
    assertThat(delivery.attempts()).isEqualTo(3);
    assertThat(delivery.status()).isEqualTo(503);
    assertThat(calls).hasSize(3);
    assertThat(calls.stream().map(Call::id).distinct()).as("the same event").hasSize(1);

    assertThat(webhooks.replay(hook, Instant.now().minusSeconds(60))).contains(1);
    deliverUntil(State.DELIVERED);
    assertThat(calls).hasSize(4);
    assertThat(webhooks.replay(hook, Instant.now().plusSeconds(60))).contains(0);
  }

  /** As when the second one's transaction ends after the first one was told. */
  @Test
  void twoRequestsDeliveredInTheSameMillisecondAreBothTold() {
    var first = delivered("A guide for two " + UUID.randomUUID());
    sources.follow();
    var second = delivered("A guide for two " + UUID.randomUUID());
    jdbc.sql(
            "update content_request set delivered_at ="
                + " (select delivered_at from content_request where id = ?) where id = ?")
        .params(first, second)
        .update();
    sources.follow();
    sources.follow();
    sender.deliver();
    assertThat(calls)
        .extracting(Call::id)
        .filteredOn(id -> id.startsWith("request.delivered:"))
        .containsExactlyInAnyOrder("request.delivered:" + first, "request.delivered:" + second);
  }

  @Test
  void whatWasDoneLongAgoIsDeletedAndWhatWaitsIsNot() {
    for (int i = 0; i < 4; i++) webhooks.test(hook);
    var numbers = webhooks.deliveries(hook).orElseThrow().stream().map(Delivery::number).toList();
    age(numbers.get(0), "delivered", 31);
    age(numbers.get(1), "given_up", 31);
    age(numbers.get(2), "waiting", 31);
    age(numbers.get(3), "delivered", 29);
    assertThat(old.delete()).isEqualTo(2);
    assertThat(webhooks.deliveries(hook).orElseThrow())
        .extracting(Delivery::number)
        .containsExactly(numbers.get(2), numbers.get(3));
  }

  @Test
  void moreThanABatchIsDeletedInOneGo() {
    jdbc.sql(
            """
            insert into webhook_delivery
              (subscription, event, type, body, at, next_at, state)
            select ?, 'old:' || n, 'test', '{}', now() - interval '40 days', now(), 'delivered'
            from generate_series(1, ?) n
            """)
        .params(hook, OldDeliveries.BATCH + 5)
        .update();
    assertThat(old.delete()).isEqualTo(OldDeliveries.BATCH + 5);
    assertThat(webhooks.deliveries(hook).orElseThrow()).isEmpty();
  }

  private void age(long number, String state, int days) {
    jdbc.sql(
            "update webhook_delivery set state = ?, at = now() - make_interval(days => ?),"
                + " tried_at = now() - make_interval(days => ?) where number = ?")
        .params(state, days, days, number)
        .update();
  }

  private long delivered(String need) {
    var asked = requests.ask(new UserId("rita"), new Wish(need, "", "", "", null));
    requests.move(asked.id(), new RequestMove.Deliver(asset()), new UserId("ingrid"));
    return asked.id();
  }

  private void decide(Kind kind) {
    var history = models.history(1);
    long newest = history.isEmpty() ? 0 : history.getFirst().number();
    var decision =
        new Decision(newest + 1, Instant.now(), kind, "v2", "v1", "for a test", 0, 0, null);
    assertThat(models.decide(newest, decision)).isTrue();
  }

  private void deliverUntil(State state) {
    var deadline = Instant.now().plusSeconds(30);
    while (Instant.now().isBefore(deadline)) {
      sender.deliver();
      if (webhooks.deliveries(hook).orElseThrow().getFirst().state() == state) return;
      Thread.onSpinWait();
    }
    assertThat(webhooks.deliveries(hook).orElseThrow().getFirst().state()).isEqualTo(state);
  }

  private String hmac(Call call) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    var key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    var signed = call.id() + "." + call.timestamp() + "." + call.body();
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
  }

  private AssetId asset() {
    var id = new AssetId("hook-" + UUID.randomUUID());
    var said =
        NamedValues.of(
            Map.of(
                "title", "Hook " + id, "url", "https://mill.example/" + id, "status", "published"),
            Currency.getInstance("EUR"));
    ingestion.ingest(IncomingFile.link(id, said.values(), null));
    return id;
  }
}
