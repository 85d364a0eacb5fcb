package dev.tandem.feedback.ubi;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What UBI 1.3.0 asks of its two kinds of objects. Its schema says {@code oneOf} where a text may
 * be a known one or any other; taken by the letter no known one would be valid, so it is read as
 * {@code anyOf}. Beyond it a time needs an offset, as OpenSearch does.
 */
public final class UbiRules {
  private static final int SHORT = 100;
  private static final int LONGEST_MESSAGE = 1024;
  private static final int LONGEST_OBJECT_ID = 256;

  private UbiRules() {}

  /** What is wrong with an event; empty when nothing is. */
  public static List<String> faultsOfEvent(JsonNode event) {
    var faults = new ArrayList<String>();
    if (!object(event, "event", faults)) return faults;
    text(event, "action_name", SHORT, true, faults);
    time(event, true, faults);
    for (var name : List.of("application", "query_id", "session_id", "client_id", "user_id"))
      text(event, name, SHORT, false, faults);
    text(event, "message_type", SHORT, false, faults);
    text(event, "message", LONGEST_MESSAGE, false, faults);
    var attributes = event.path("event_attributes");
    if (attributes.isMissingNode() || !object(attributes, "event_attributes", faults))
      return faults;
    position(attributes.path("position"), faults);
    var target = attributes.path("object");
    if (!target.isMissingNode() && object(target, "object", faults)) {
      id(target.path("object_id"), faults);
      text(target, "object_id_field", SHORT, false, faults);
    }
    return faults;
  }

  /** What is wrong with a query; empty when nothing is. */
  public static List<String> faultsOfQuery(JsonNode query) {
    var faults = new ArrayList<String>();
    if (!object(query, "query", faults)) return faults;
    text(query, "user_query", Integer.MAX_VALUE, true, faults);
    for (var name : List.of("application", "query_id", "client_id", "object_id_field"))
      text(query, name, SHORT, false, faults);
    text(query, "query_response_id", Integer.MAX_VALUE, false, faults);
    time(query, false, faults);
    var attributes = query.path("query_attributes");
    if (!attributes.isMissingNode()) object(attributes, "query_attributes", faults);
    var hits = query.path("query_response_hit_ids");
    if (!hits.isMissingNode()
        && !(hits.isArray() && hits.valueStream().allMatch(JsonNode::isString)))
      faults.add("query_response_hit_ids: an array of texts is expected");
    return faults;
  }

  private static boolean object(JsonNode node, String name, List<String> faults) {
    if (!node.isObject()) faults.add(name + ": an object is expected");
    return node.isObject();
  }

  private static void text(
      JsonNode node, String name, int longest, boolean required, List<String> faults) {
    var value = node.path(name);
    if (value.isMissingNode()) {
      if (required) faults.add(name + " is missing");
    } else if (!value.isString()) faults.add(name + ": a text is expected");
    else if (value.stringValue().length() > longest)
      faults.add(name + ": more than " + longest + " characters");
  }

  private static void time(JsonNode node, boolean required, List<String> faults) {
    text(node, "timestamp", SHORT, required, faults);
    var value = node.path("timestamp");
    if (!value.isString()) return;
    try {
      OffsetDateTime.parse(value.stringValue());
    } catch (DateTimeException wrong) {
      faults.add("timestamp: no time with offset such as 2026-01-31T09:30:00Z");
    }
  }

  private static void position(JsonNode position, List<String> faults) {
    if (position.isMissingNode()) {
      faults.add("event_attributes.position is missing");
      return;
    }
    boolean ordinal = position.path("ordinal").isIntegralNumber();
    var xy = position.path("xy");
    boolean place = xy.path("x").isNumber() && xy.path("y").isNumber();
    if (ordinal == place)
      faults.add("event_attributes.position: either ordinal (a whole number) or xy is expected");
  }

  private static void id(JsonNode id, List<String> faults) {
    boolean text = id.isString() && id.stringValue().length() <= LONGEST_OBJECT_ID;
    if (!text && !id.isIntegralNumber())
      faults.add("object_id: a text of up to 256 characters or a whole number is expected");
  }
}
