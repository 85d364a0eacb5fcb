package dev.tandem.feedback.ubi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tandem.feedback.EventProblem;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.AssetUsed.Use;
import dev.tandem.feedback.FeedbackEvent.Dismissal;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads UBI into events of our own. What our own export wrote keeps its key, so that it changes
 * nothing when it comes back; else the key is made of the content.
 */
public final class UbiReader {
  private static final double UNKNOWN_SCORE = 0;

  private UbiReader() {}

  /** A UBI query with its hits as a slate. */
  public static FeedbackEvent query(JsonNode json) throws EventProblem {
    refuse(UbiRules.faultsOfQuery(json));
    var id = text(json, "query_id");
    var client = text(json, "client_id");
    var time = text(json, "timestamp");
    if (id == null || client == null || time == null)
      throw new EventProblem("query_id, client_id and timestamp are needed to keep a query");
    var attributes = json.path("query_attributes");
    var items = new ArrayList<SlateServed.Item>();
    for (var hit : json.path("query_response_hit_ids"))
      items.add(
          new SlateServed.Item(
              asset(hit.stringValue()), items.size() + 1, UNKNOWN_SCORE, 1, java.util.Map.of()));
    var words = text(json, "user_query");
    var model = text(attributes, "model");
    return new SlateServed(
        "slate:" + id,
        at(time),
        id,
        surface(text(attributes, "surface")),
        user(client),
        null,
        words == null || words.isBlank() ? null : words,
        model == null ? "ubi" : model,
        items);
  }

  /** A UBI event on an item of a query. */
  public static FeedbackEvent event(JsonNode json) throws EventProblem {
    refuse(UbiRules.faultsOfEvent(json));
    var action = String.valueOf(text(json, "action_name"));
    var slate = text(json, "query_id");
    var attributes = json.path("event_attributes");
    var id = attributes.path("object").path("object_id");
    if (id.isMissingNode()) throw new EventProblem("object_id is missing");
    var asset = asset(id.asString());
    var at = at(String.valueOf(text(json, "timestamp")));
    var own = text(attributes, "key");
    var key = own != null ? own : "ubi:" + UUID.nameUUIDFromBytes(json.toString().getBytes(UTF_8));
    var reason = text(attributes, "reason");
    return switch (action) {
      case "impression" -> new Impression(key, at, needed(slate), asset);
      case "click", "click_through", "open", "watch" ->
          new AssetUsed(key, at, Use.OPEN, rep(json), asset, slate, null);
      case "download" -> new AssetUsed(key, at, Use.DOWNLOAD, rep(json), asset, slate, null);
      case "copy_link" -> new AssetUsed(key, at, Use.COPY_LINK, rep(json), asset, slate, null);
      case "share" -> {
        var share = text(attributes, "share");
        yield new Share(key, at, share == null ? key : share, rep(json), asset, null, slate);
      }
      case "helpful", "not_helpful" ->
          new Rating(key, at, rep(json), asset, action.equals("helpful"), reason, slate, null);
      case "dismissal" ->
          new Dismissal(
              key, at, needed(slate), asset, rep(json), reason == null ? "other" : reason);
      default ->
          throw new EventProblem("action_name: '" + action + "' has no counterpart in Tandem");
    };
  }

  private static void refuse(List<String> faults) throws EventProblem {
    if (!faults.isEmpty()) throw new EventProblem(String.join("; ", faults));
  }

  private static String needed(@Nullable String slate) throws EventProblem {
    if (slate == null) throw new EventProblem("query_id is missing");
    return slate;
  }

  private static UserId rep(JsonNode json) throws EventProblem {
    var name = text(json, "user_id");
    if (name == null) name = text(json, "client_id");
    if (name == null) throw new EventProblem("user_id or client_id is missing");
    return user(name);
  }

  private static UserId user(String name) throws EventProblem {
    try {
      return new UserId(name);
    } catch (IllegalArgumentException wrong) {
      throw new EventProblem("client_id: " + wrong.getMessage());
    }
  }

  private static AssetId asset(String id) throws EventProblem {
    try {
      return new AssetId(id);
    } catch (IllegalArgumentException wrong) {
      throw new EventProblem("object_id: " + wrong.getMessage());
    }
  }

  private static Surface surface(@Nullable String name) {
    for (var surface : Surface.values()) if (surface.id().equals(name)) return surface;
    return Surface.API;
  }

  private static Instant at(String timestamp) {
    return OffsetDateTime.parse(timestamp).toInstant();
  }

  private static @Nullable String text(JsonNode json, String name) {
    var value = json.path(name);
    return value.isString() ? value.stringValue() : null;
  }
}
