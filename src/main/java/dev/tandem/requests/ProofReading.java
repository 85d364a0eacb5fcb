package dev.tandem.requests;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.FeedbackLog.LoggedEvent;
import dev.tandem.feedback.LogReader;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the feedback log: what was delivered and is then used in a deal is proven; a use that is
 * taken back proves nothing. Where what was delivered was merged with a near copy, a use of either
 * counts.
 */
@Component
class ProofReading implements LogReader {
  private static final int BATCH = 2_000;

  private final FeedbackLog log;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ContentRequests requests;
  private final RequestMoves moves;
  private final RequestNews news;
  private final Assets assets;
  private final Clock clock;
  private final ReentrantLock oneAtATime = new ReentrantLock();

  ProofReading(
      FeedbackLog log,
      JdbcClient jdbc,
      TransactionTemplate transaction,
      ContentRequests requests,
      RequestMoves moves,
      RequestNews news,
      Assets assets,
      Clock clock) {
    this.log = log;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.requests = requests;
    this.moves = moves;
    this.news = news;
    this.assets = assets;
    this.clock = clock;
  }

  private record Delivered(long request, Instant at) {}

  /** A use of an asset on a deal. */
  private record Use(String key, AssetId asset, OpportunityId deal, Instant at) {}

  @Override
  public long position() {
    return jdbc.sql("select sequence from content_request_progress").query(Long.class).single();
  }

  @Scheduled(fixedDelay = 5_000)
  void catchUp() {
    oneAtATime.lock();
    try {
      long done = position();
      for (var batch = log.after(done, BATCH); !batch.isEmpty(); batch = log.after(done, BATCH)) {
        var events = batch;
        transaction.executeWithoutResult(status -> take(events));
        done = batch.getLast().sequence();
      }
    } finally {
      oneAtATime.unlock();
    }
  }

  private void take(List<LoggedEvent> batch) {
    var delivered = delivered();
    var slates = new HashMap<String, SlateServed>();
    for (var logged : batch) {
      var event = logged.event();
      if (event instanceof SlateServed served) slates.put(served.slate(), served);
      else if (event instanceof Retraction retraction) takeBack(retraction.retracted());
      else if (!delivered.isEmpty()) {
        var use = use(event, delivered, slates);
        if (use != null) prove(use, delivered.getOrDefault(use.asset(), List.of()));
      }
    }
    jdbc.sql("update content_request_progress set sequence = ?")
        .param(batch.getLast().sequence())
        .update();
  }

  private Map<AssetId, List<Delivered>> delivered() {
    var byAsset = new HashMap<AssetId, List<Delivered>>();
    jdbc.sql(
            "select id, asset, delivered_at from content_request where asset is not null and state"
                + " in ('delivered', 'proven')")
        .query(
            row -> {
              var at = RequestRows.instant(row, "delivered_at");
              if (at == null) return;
              byAsset
                  .computeIfAbsent(
                      assets.keptFor(new AssetId(row.getString("asset"))),
                      unused -> new java.util.ArrayList<>())
                  .add(new Delivered(row.getLong("id"), at));
            });
    return byAsset;
  }

  private @Nullable Use use(
      FeedbackEvent event,
      Map<AssetId, List<Delivered>> delivered,
      Map<String, SlateServed> slates) {
    return switch (event) {
      case AssetUsed used when delivered.containsKey(assets.keptFor(used.asset())) ->
          use(
              used.key(),
              assets.keptFor(used.asset()),
              used.deal(),
              used.slate(),
              used.at(),
              slates);
      case Share share when delivered.containsKey(assets.keptFor(share.asset())) ->
          use(
              share.key(),
              assets.keptFor(share.asset()),
              share.deal(),
              share.slate(),
              share.at(),
              slates);
      default -> null;
    };
  }

  private @Nullable Use use(
      String key,
      AssetId asset,
      @Nullable OpportunityId deal,
      @Nullable String slate,
      Instant at,
      Map<String, SlateServed> slates) {
    var on = deal == null && slate != null ? dealOf(slate, slates) : deal;
    return on == null ? null : new Use(key, asset, on, at);
  }

  /** A deal often stands only with the slate that the use came from. */
  private @Nullable OpportunityId dealOf(String slate, Map<String, SlateServed> slates) {
    var served = slates.get(slate);
    if (served == null
        && log.find("slate:" + slate).orElse(null) instanceof LoggedEvent logged
        && logged.event() instanceof SlateServed found) served = found;
    return served == null ? null : served.deal();
  }

  private void prove(Use use, List<Delivered> deliveries) {
    for (var delivery : deliveries) {
      if (use.at().isBefore(delivery.at())) continue;
      jdbc.sql(
              "insert into content_request_use (request, key, deal, at) values (?, ?, ?, ?) on"
                  + " conflict do nothing")
          .params(
              delivery.request(), use.key(), use.deal().value(), use.at().atOffset(ZoneOffset.UTC))
          .update();
      settle(delivery.request());
    }
  }

  private void takeBack(String key) {
    jdbc.sql("delete from content_request_use where key = ? returning request")
        .param(key)
        .query(Long.class)
        .list()
        .forEach(this::settle);
  }

  /** Proven as long as a use stands behind it. */
  private void settle(long request) {
    int proven =
        jdbc.sql(
                """
                update content_request r set state = 'proven', changed_at = :now, proven_at =
                  (select min(at) from content_request_use u where u.request = r.id)
                where id = :id and state = 'delivered'
                  and exists (select 1 from content_request_use u where u.request = r.id)
                """)
            .param("id", request)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (proven > 0) {
      moves.note(request, null, RequestState.PROVEN.id(), "Used in a deal: the need is met");
      requests.find(request).ifPresent(news::proven);
      return;
    }
    int undone =
        jdbc.sql(
                """
                update content_request r set state = 'delivered', proven_at = null
                where id = ? and state = 'proven'
                  and not exists (select 1 from content_request_use u where u.request = r.id)
                """)
            .param(request)
            .update();
    if (undone > 0)
      moves.note(request, null, RequestState.DELIVERED.id(), "The use was taken back");
  }
}
