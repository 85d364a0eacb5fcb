package dev.tandem.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An event as its table keeps it: what is looked up in columns, the rest as JSON.
 *
 * @param columns values of {@link #LOOKED_UP}, in that order
 */
record EventRow(
    String key, String type, OffsetDateTime at, List<@Nullable String> columns, String payload) {
  static final List<String> LOOKED_UP =
      List.of("rep", "asset", "slate", "deal", "share", "surface", "query");

  private static final JsonMapper MAPPER = JsonMapper.shared();

  static EventRow of(FeedbackEvent event, ObjectNode json) {
    var payload = json.deepCopy();
    payload.remove(List.of("key", "type", "at"));
    var columns = new ArrayList<@Nullable String>();
    for (var name : LOOKED_UP) {
      var value = payload.remove(name);
      columns.add(value == null ? null : value.stringValue());
    }
    return new EventRow(
        event.key(),
        EventJson.type(event),
        event.at().atOffset(ZoneOffset.UTC),
        columns,
        payload.toString());
  }

  static FeedbackLog.LoggedEvent read(ResultSet row, int number) throws SQLException {
    var json = (ObjectNode) MAPPER.readTree(Objects.requireNonNull(row.getString("payload")));
    json.put("key", row.getString("key"));
    json.put("type", row.getString("type"));
    json.put("at", row.getObject("at", OffsetDateTime.class).toString());
    for (var name : LOOKED_UP) {
      var value = row.getString(name);
      if (value != null) json.put(name, value);
    }
    try {
      return new FeedbackLog.LoggedEvent(row.getLong("seq"), EventJson.read(json, ignored -> {}));
    } catch (EventProblem broken) {
      throw new IllegalStateException(
          "event " + row.getString("key") + " in the log cannot be read: " + broken.problem(),
          broken);
    }
  }
}
