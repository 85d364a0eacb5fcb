package dev.tandem.feedback.ubi;

import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackEvent.Dismissal;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.FeedbackLog.LoggedEvent;
import dev.tandem.feedback.Shares;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the log as UBI. Events on no slate are left out, since UBI wants to know the position; a
 * buyer's view belongs to the slate from which it was sent.
 */
@Component
public class UbiWriter {
  static final String APPLICATION = "tandem";
  static final String ID_FIELD = "asset";

  private final FeedbackLog log;

  UbiWriter(FeedbackLog log) {
    this.log = log;
  }

  /** A slate as a UBI query; empty for everything else. */
  public Optional<ObjectNode> query(FeedbackEvent event) {
    if (!(event instanceof SlateServed served)) return Optional.empty();
    var json = JsonNodeFactory.instance.objectNode();
    json.put("application", APPLICATION);
    json.put("query_id", served.slate());
    json.put("query_response_id", served.slate());
    json.put("client_id", served.rep().value());
    json.put("user_query", Objects.requireNonNullElse(served.query(), ""));
    json.put("timestamp", served.at().toString());
    json.put("object_id_field", ID_FIELD);
    var hits = json.putArray("query_response_hit_ids");
    served.items().forEach(item -> hits.add(item.asset().value()));
    var attributes = json.putObject("query_attributes");
    attributes.put("key", served.key());
    attributes.put("surface", served.surface().id());
    attributes.put("model", served.model());
    if (served.deal() != null) attributes.put("deal", served.deal().value());
    return Optional.of(json);
  }

  /** What was done with an item of a slate as a UBI event; empty for everything else. */
  public Optional<ObjectNode> event(FeedbackEvent event) {
    return switch (event) {
      case SlateServed _, Retraction _ -> Optional.empty();
      case Impression seen -> event(seen, "impression", seen.slate(), seen.asset(), null);
      case AssetUsed used -> {
        var action = used.use() == AssetUsed.Use.OPEN ? "click_through" : used.use().id();
        yield event(used, action, used.slate(), used.asset(), used.rep());
      }
      case Share sent ->
          event(sent, "share", sent.slate(), sent.asset(), sent.rep())
              .map(json -> with(json, "share", sent.share()));
      case BuyerView view ->
          event(view, "view", slateOf(view.share()), view.asset(), null)
              .map(json -> with(json, "share", view.share()))
              .map(json -> with(json, "visitor", view.visitor()))
              .map(json -> seconds(json, view.seconds()));
      case Rating rating ->
          event(
                  rating,
                  rating.helpful() ? "helpful" : "not_helpful",
                  rating.slate(),
                  rating.asset(),
                  rating.rep())
              .map(json -> with(json, "reason", rating.reason()));
      case Dismissal dismissal ->
          event(dismissal, "dismissal", dismissal.slate(), dismissal.asset(), dismissal.rep())
              .map(json -> with(json, "reason", dismissal.reason()));
    };
  }

  private Optional<ObjectNode> event(
      FeedbackEvent event,
      String action,
      @Nullable String slate,
      AssetId asset,
      @Nullable UserId rep) {
    if (slate == null) return Optional.empty();
    var served = log.find("slate:" + slate).map(LoggedEvent::event);
    if (served.isEmpty() || !(served.get() instanceof SlateServed shown)) return Optional.empty();
    var position = shown.items().stream().filter(item -> item.asset().equals(asset)).findFirst();
    if (position.isEmpty()) return Optional.empty();
    var json = JsonNodeFactory.instance.objectNode();
    json.put("application", APPLICATION);
    json.put("action_name", action);
    json.put("query_id", slate);
    json.put("client_id", shown.rep().value());
    if (rep != null) json.put("user_id", rep.value());
    json.put("timestamp", event.at().toString());
    var attributes = json.putObject("event_attributes");
    attributes.put("key", event.key());
    var object = attributes.putObject("object");
    object.put("object_id", asset.value());
    object.put("object_id_field", ID_FIELD);
    attributes.putObject("position").put("ordinal", position.get().position());
    return Optional.of(json);
  }

  private @Nullable String slateOf(String share) {
    return log.find(Shares.sentKey(share))
        .map(LoggedEvent::event)
        .filter(Share.class::isInstance)
        .map(sent -> ((Share) sent).slate())
        .orElse(null);
  }

  private static ObjectNode with(ObjectNode json, String name, @Nullable String value) {
    if (value != null) ((ObjectNode) json.get("event_attributes")).put(name, value);
    return json;
  }

  private static ObjectNode seconds(ObjectNode json, double seconds) {
    ((ObjectNode) json.get("event_attributes")).put("seconds", seconds);
    return json;
  }
}
