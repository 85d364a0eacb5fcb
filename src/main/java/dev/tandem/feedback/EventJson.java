package dev.tandem.feedback;

import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.FeedbackEvent.AssetUsed;
import dev.tandem.feedback.FeedbackEvent.BuyerView;
import dev.tandem.feedback.FeedbackEvent.Dismissal;
import dev.tandem.feedback.FeedbackEvent.Impression;
import dev.tandem.feedback.FeedbackEvent.Rating;
import dev.tandem.feedback.FeedbackEvent.Retraction;
import dev.tandem.feedback.FeedbackEvent.Share;
import dev.tandem.feedback.FeedbackEvent.SlateServed;
import dev.tandem.feedback.FeedbackEvent.Surface;
import dev.tandem.identity.UserId;
import dev.tandem.library.AssetId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events as JSON objects, in the shapes of the contract. Some of our own extend it: {@code
 * retraction {rep, retracted}} takes the event of that key back; a slate may carry the {@code arm}
 * of an experiment, and its items {@code features} (name to number) and a {@code team}; where one
 * of some assets was drawn for a place the slate carries {@code pool {version, place, members:
 * [{asset, selection_probability, otherwise}]}}; where marketing's rules were due it carries {@code
 * curated {rules, left_out}} and its items the {@code rules} that acted on them.
 */
public final class EventJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private EventJson() {}

  /**
   * Reads one object.
   *
   * @throws EventProblem naming the field, what is wrong with it and what belongs there
   */
  public static FeedbackEvent read(String json) throws EventProblem {
    return read(json, ignored -> {});
  }

  /** Like {@link #read(String)}, and tells which fields were not understood and left out. */
  public static FeedbackEvent read(String json, Consumer<String> ignored) throws EventProblem {
    JsonNode node;
    try {
      node = MAPPER.readTree(json);
    } catch (JacksonException malformed) {
      throw new EventProblem("no JSON: " + malformed.getOriginalMessage());
    }
    return read(node, ignored);
  }

  /** Like {@link #read(String, Consumer)}, from a parsed object. */
  public static FeedbackEvent read(JsonNode node, Consumer<String> ignored) throws EventProblem {
    if (!(node instanceof ObjectNode object))
      throw new EventProblem("an event is a JSON object, not " + kind(node));
    var fields = new EventFields(object);
    try {
      var event = event(fields, ignored);
      fields.unread().forEach(ignored);
      return event;
    } catch (IllegalArgumentException wrong) {
      throw new EventProblem(String.valueOf(wrong.getMessage()));
    }
  }

  private static String kind(JsonNode node) {
    return node.isMissingNode() ? "nothing" : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private static FeedbackEvent event(EventFields fields, Consumer<String> ignored)
      throws EventProblem {
    var key = fields.text("key");
    var type = fields.text("type");
    var written = fields.text("at");
    Instant at;
    try {
      at = OffsetDateTime.parse(written).toInstant();
    } catch (DateTimeParseException wrong) {
      throw new EventProblem(
          "at: '" + written + "' is no time with offset such as 2026-01-31T09:30:00Z");
    }
    return switch (type) {
      case "slate_served" ->
          new SlateServed(
              key,
              at,
              fields.text("slate"),
              fields.choice("surface", Surface.values(), Surface::id),
              rep(fields),
              deal(fields),
              fields.optionalText("query"),
              fields.text("model"),
              items(fields, ignored),
              curated(fields, ignored),
              fields.optionalText("arm"),
              pool(fields, ignored));
      case "impression" -> new Impression(key, at, fields.text("slate"), asset(fields));
      case "open", "download", "copy_link" ->
          new AssetUsed(
              key,
              at,
              AssetUsed.Use.valueOf(type.toUpperCase(Locale.ROOT)),
              rep(fields),
              asset(fields),
              fields.optionalText("slate"),
              deal(fields));
      case "share" ->
          new Share(
              key,
              at,
              fields.text("share"),
              rep(fields),
              asset(fields),
              deal(fields),
              fields.optionalText("slate"));
      case "buyer_view" ->
          new BuyerView(
              key,
              at,
              fields.text("share"),
              asset(fields),
              fields.optionalInteger("page"),
              fields.number("seconds"),
              fields.text("visitor"));
      case "rating" ->
          new Rating(
              key,
              at,
              rep(fields),
              asset(fields),
              fields
                  .choice("value", new String[] {"helpful", "not_helpful"}, v -> v)
                  .equals("helpful"),
              fields.optionalText("reason"),
              fields.optionalText("slate"),
              deal(fields));
      case "dismissal" ->
          new Dismissal(
              key, at, fields.text("slate"), asset(fields), rep(fields), fields.text("reason"));
      case "retraction" -> new Retraction(key, at, fields.text("retracted"), rep(fields));
      default ->
          throw new EventProblem(
              "type: '"
                  + type
                  + "' is none of slate_served, impression, open, download, copy_link, share,"
                  + " buyer_view, rating, dismissal, retraction");
    };
  }

  private static UserId rep(EventFields fields) throws EventProblem {
    return fields.as("rep", fields.text("rep"), UserId::new);
  }

  private static AssetId asset(EventFields fields) throws EventProblem {
    return fields.as("asset", fields.text("asset"), AssetId::new);
  }

  private static @Nullable OpportunityId deal(EventFields fields) throws EventProblem {
    var deal = fields.optionalText("deal");
    return deal == null ? null : fields.as("deal", deal, OpportunityId::new);
  }

  private static SlateServed.@Nullable Curated curated(EventFields fields, Consumer<String> ignored)
      throws EventProblem {
    var curated = fields.optionalFields("curated");
    if (curated == null) return null;
    var rules = curated.optionalIntegers("rules");
    if (rules == null) throw new EventProblem(curated.name("rules") + ": missing");
    var read = new SlateServed.Curated(rules, curated.flag("left_out"));
    curated.unread().forEach(ignored);
    return read;
  }

  /** Of a form that is not known here it is left out; the rest of the event stands without it. */
  private static SlateServed.@Nullable Pool pool(EventFields fields, Consumer<String> ignored)
      throws EventProblem {
    var pool = fields.optionalFields("pool");
    if (pool == null) return null;
    if (pool.integer("version") != SlateServed.Pool.VERSION) {
      ignored.accept(pool.name(""));
      return null;
    }
    var place = pool.integer("place");
    var members = new ArrayList<SlateServed.Pool.Member>();
    for (var member : pool.objects("members")) {
      var asset = asset(member);
      var probability = member.number("selection_probability");
      var otherwise = member.integer("otherwise");
      members.add(made(member, () -> new SlateServed.Pool.Member(asset, probability, otherwise)));
      member.unread().forEach(ignored);
    }
    var read = made(pool, () -> new SlateServed.Pool(place, members));
    pool.unread().forEach(ignored);
    return read;
  }

  private static <T> T made(EventFields from, Supplier<T> value) throws EventProblem {
    try {
      return value.get();
    } catch (IllegalArgumentException wrong) {
      throw new EventProblem(from.name("") + ": " + wrong.getMessage());
    }
  }

  private static List<SlateServed.Item> items(EventFields fields, Consumer<String> ignored)
      throws EventProblem {
    var items = new ArrayList<SlateServed.Item>();
    for (var item : fields.objects("items")) {
      var features = new HashMap<String, Double>();
      for (var feature : item.optionalObject("features").properties()) {
        if (!feature.getValue().isNumber())
          throw new EventProblem(item.name("features." + feature.getKey()) + ": not a number");
        features.put(feature.getKey(), feature.getValue().doubleValue());
      }
      var asset = asset(item);
      var position = item.integer("position");
      var score = item.number("score");
      var probability = item.number("selection_probability");
      var rules = item.optionalIntegers("rules");
      var team = item.optionalText("team");
      items.add(
          made(
              item,
              () ->
                  new SlateServed.Item(
                      asset, position, score, probability, features, rules, team)));
      item.unread().forEach(ignored);
    }
    return items;
  }

  /** The type's name in files and JSON. */
  public static String type(FeedbackEvent event) {
    return switch (event) {
      case SlateServed _ -> "slate_served";
      case Impression _ -> "impression";
      case AssetUsed used -> used.use().id();
      case Share _ -> "share";
      case BuyerView _ -> "buyer_view";
      case Rating _ -> "rating";
      case Dismissal _ -> "dismissal";
      case Retraction _ -> "retraction";
    };
  }

  /** Writes one object; fields without a value are left out. */
  public static ObjectNode write(FeedbackEvent event) {
    return EventWriting.write(event);
  }
}
