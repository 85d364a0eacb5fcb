package dev.tandem.requests;

import dev.tandem.deals.OpportunityId;
import dev.tandem.identity.UserId;
import dev.tandem.library.Assets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which moves are allowed when, and how they are written. Runs in its caller's transaction. */
@Repository
class RequestMoves {
  private final JdbcClient jdbc;
  private final Assets assets;
  private final Clock clock;

  RequestMoves(JdbcClient jdbc, Assets assets, Clock clock) {
    this.jdbc = jdbc;
    this.assets = assets;
    this.clock = clock;
  }

  /** Why a move cannot be made, as a sentence; empty when it can. */
  Optional<String> refusal(ContentRequest request, RequestMove move) {
    var state = request.state();
    if (state == RequestState.MERGED)
      return Optional.of("It was merged into request " + request.mergedInto() + ".");
    return switch (move) {
      case RequestMove.Accept _ -> unless(state == RequestState.ASKED, state, "accepted");
      case RequestMove.Decline _ -> unless(state.isOpen(), state, "declined");
      case RequestMove.Start _ ->
          unless(state.isOpen() && state != RequestState.IN_WORK, state, "begun");
      case RequestMove.Deliver(var asset) ->
          assets.find(asset).isEmpty()
              ? Optional.of("There is no asset " + asset + ".")
              : unless(state.isOpen(), state, "delivered");
      case RequestMove.Reopen _ -> reopening(request);
      case RequestMove.Merge(var into) -> merging(request, into);
      case RequestMove.Assign _ -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean allowed, RequestState state, String participle) {
    return allowed
        ? Optional.empty()
        : Optional.of("A request that is “%s” cannot be %s.".formatted(state.label(), participle));
  }

  private Optional<String> reopening(ContentRequest request) {
    if (request.isOpen()) return Optional.of("It is open.");
    boolean askedAgain =
        jdbc.sql(
                """
                select exists (select 1 from content_request c join content_request o
                  on o.asked_by = c.asked_by and o.address = c.address and o.need = c.need
                    and coalesce(o.deal, '') = coalesce(c.deal, '')
                    and coalesce(o.kind, '') = coalesce(c.kind, '')
                  where c.id = ? and o.id <> c.id and o.state in ('asked', 'accepted', 'in_work'))
                """)
            .param(request.id())
            .query(Boolean.class)
            .single();
    return askedAgain
        ? Optional.of("The same was asked for again meanwhile; that stands for both.")
        : Optional.empty();
  }

  private Optional<String> merging(ContentRequest request, long into) {
    if (into == request.id()) return Optional.of("It cannot be merged into itself.");
    if (!request.isOpen()) return Optional.of("Only open requests are merged.");
    var target =
        jdbc.sql("select state from content_request where id = ?")
            .param(into)
            .query(String.class)
            .optional()
            .flatMap(RequestState::parse);
    if (target.isEmpty()) return Optional.of("There is no request " + into + ".");
    return target.get() == RequestState.MERGED
        ? Optional.of("Request " + into + " was merged itself.")
        : Optional.empty();
  }

  /**
   * @return the number of the step in the history
   */
  long make(ContentRequest request, RequestMove move, UserId by) {
    long id = request.id();
    return switch (move) {
      case RequestMove.Accept(var dueOn) -> {
        if (dueOn != null)
          jdbc.sql("update content_request set due_on = ? where id = ?").params(dueOn, id).update();
        yield turn(request, by, RequestState.ACCEPTED, "Accepted" + until(dueOn));
      }
      case RequestMove.Decline(var reason) -> {
        jdbc.sql("update content_request set decline_reason = ? where id = ?")
            .params(reason, id)
            .update();
        yield turn(request, by, RequestState.DECLINED, "Declined: " + reason);
      }
      case RequestMove.Start _ -> turn(request, by, RequestState.IN_WORK, "Work began");
      case RequestMove.Deliver(var asset) -> {
        jdbc.sql(
                "update content_request set asset = ?, delivered_at = ?, proven_at = null where id"
                    + " = ?")
            .params(asset.value(), now(), id)
            .update();
        yield turn(request, by, RequestState.DELIVERED, "Delivered: " + title(asset));
      }
      case RequestMove.Reopen _ -> {
        jdbc.sql("delete from content_request_use where request = ?").param(id).update();
        jdbc.sql(
                "update content_request set asset = null, delivered_at = null, proven_at = null,"
                    + " decline_reason = null where id = ?")
            .param(id)
            .update();
        yield turn(request, by, RequestState.ASKED, "Opened again");
      }
      case RequestMove.Merge(var into) -> merge(request, into, by);
      case RequestMove.Assign(var owner) -> {
        jdbc.sql("update content_request set owner = ?, changed_at = ? where id = ?")
            .param(owner == null ? null : owner.value())
            .param(now())
            .param(id)
            .update();
        yield note(id, by, "assigned", owner == null ? "Owner taken away" : "Owner: " + owner);
      }
    };
  }

  private long merge(ContentRequest request, long into, UserId by) {
    jdbc.sql(
            "insert into content_request_asker (request, asker, deal, asked_at) select ?, asker,"
                + " deal, asked_at from content_request_asker where request = ? on conflict do"
                + " nothing")
        .params(into, request.id())
        .update();
    jdbc.sql("update content_request set merged_into = ? where merged_into = ? or id = ?")
        .params(into, request.id(), request.id())
        .update();
    note(into, by, "merged", "Took in request " + request.id() + ": " + request.wish().need());
    return turn(request, by, RequestState.MERGED, "Merged into request " + into);
  }

  private String title(dev.tandem.library.AssetId asset) {
    return assets.find(asset).map(found -> found.title().value()).orElse(asset.value());
  }

  private static String until(java.time.@Nullable LocalDate dueOn) {
    return dueOn == null ? "" : ", due " + dueOn;
  }

  private long turn(ContentRequest request, UserId by, RequestState state, String words) {
    jdbc.sql(
            "update content_request set state = :state, changed_at = :now, answered_at ="
                + " case when :state in ('asked', 'merged') then answered_at else"
                + " coalesce(answered_at, :now) end where id = :id")
        .param("state", state.id())
        .param("now", now())
        .param("id", request.id())
        .update();
    return note(request.id(), by, state.id(), words);
  }

  void addAsker(long id, UserId asker, @Nullable OpportunityId deal) {
    jdbc.sql(
            "insert into content_request_asker (request, asker, deal, asked_at) values (?, ?, ?, ?)"
                + " on conflict do nothing")
        .params(id, asker.value(), deal == null ? "" : deal.value(), now())
        .update();
  }

  long note(long id, @Nullable UserId by, String what, String words) {
    return jdbc.sql(
            "insert into content_request_step (request, at, actor, what, words) values (?, ?, ?, ?,"
                + " ?) returning id")
        .param(id)
        .param(now())
        .param(by == null ? null : by.value())
        .param(what)
        .param(words)
        .query(Long.class)
        .single();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
