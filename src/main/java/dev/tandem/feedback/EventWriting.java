package dev.tandem.feedback;

import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackEvent.Dismissal;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The other half of {@link EventJson}: an event becomes a JSON object. */
final class EventWriting {

  private EventWriting() {}

  static ObjectNode write(FeedbackEvent event) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("key", event.key());
    json.put("type", EventJson.type(event));
    json.put("at", event.at().atOffset(ZoneOffset.UTC).toString());
    switch (event) {
      case SlateServed served -> write(served, json);
      case Impression seen -> put(json, "slate", seen.slate(), "asset", seen.asset());
      case AssetUsed used ->
          put(
              json,
              "rep",
              used.rep(),
              "asset",
              used.asset(),
              "slate",
              used.slate(),
              "deal",
              used.deal());
      case Share sent ->
          put(
              json,
              "share",
              sent.share(),
              "rep",
              sent.rep(),
              "asset",
              sent.asset(),
              "deal",
              sent.deal(),
              "slate",
              sent.slate());
      case BuyerView view -> {
        put(json, "share", view.share(), "asset", view.asset());
        if (view.page() != null) json.put("page", view.page());
        json.put("seconds", view.seconds());
        json.put("visitor", view.visitor());
      }
      case Rating rating ->
          put(
              json,
              "rep",
              rating.rep(),
              "asset",
              rating.asset(),
              "value",
              rating.helpful() ? "helpful" : "not_helpful",
              "reason",
              rating.reason(),
              "slate",
              rating.slate(),
              "deal",
              rating.deal());
      case Dismissal dismissal ->
          put(
              json,
              "slate",
              dismissal.slate(),
              "asset",
              dismissal.asset(),
              "rep",
              dismissal.rep(),
              "reason",
              dismissal.reason());
      case Retraction retraction ->
          put(json, "retracted", retraction.retracted(), "rep", retraction.rep());
    }
    return json;
  }

  private static void write(SlateServed served, ObjectNode json) {
    put(
        json,
        "slate",
        served.slate(),
        "surface",
        served.surface().id(),
        "rep",
        served.rep(),
        "deal",
        served.deal(),
        "query",
        served.query(),
        "model",
        served.model(),
        "arm",
        served.arm());
    var items = json.putArray("items");
    for (var item : served.items()) {
      var object = items.addObject();
      object.put("asset", item.asset().value());
      object.put("position", item.position());
      object.put("score", item.score());
      object.put("selection_probability", item.selectionProbability());
      if (item.team() != null) object.put("team", item.team());
      if (!item.features().isEmpty()) {
        var features = object.putObject("features");
        item.features().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(feature -> features.put(feature.getKey(), feature.getValue()));
      }
      var rules = item.rules();
      if (rules != null) rules.forEach(object.putArray("rules")::add);
    }
    var pool = served.pool();
    if (pool != null) {
      var object = json.putObject("pool");
      object.put("version", SlateServed.Pool.VERSION);
      object.put("place", pool.place());
      var members = object.putArray("members");
      for (var member : pool.members())
        members
            .addObject()
            .put("asset", member.asset().value())
            .put("selection_probability", member.selectionProbability())
            .put("otherwise", member.otherwise());
    }
    var curated = served.curated();
    if (curated != null) {
      var object = json.putObject("curated");
      curated.rules().forEach(object.putArray("rules")::add);
      object.put("left_out", curated.leftOut());
    }
  }

  private static void put(ObjectNode json, @Nullable Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2)
      if (namesAndValues[i + 1] != null)
        json.put(String.valueOf(namesAndValues[i]), String.valueOf(namesAndValues[i + 1]));
  }
}
