package dev.tandem.requests;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** A filter as the condition of a query over {@code content_request r}, with its values. */
record RequestCondition(String where, Map<String, Object> values) {

  static RequestCondition of(RequestFilter filter) {
    var conditions = new ArrayList<String>();
    var values = new HashMap<String, Object>();
    conditions.add("r.state = any(:states)");
    values.put("states", filter.states().stream().map(RequestState::id).toArray(String[]::new));
    var asker = filter.asker();
    if (asker != null) {
      conditions.add(
          "exists (select 1 from content_request_asker a where a.request = r.id and a.asker ="
              + " :asker)");
      values.put("asker", asker.value());
    }
    var owner = filter.owner();
    if (owner != null) {
      conditions.add("r.owner = :owner");
      values.put("owner", owner.value());
    }
    var from = filter.askedFrom();
    if (from != null) {
      conditions.add("r.asked_at >= :from");
      values.put("from", from.atOffset(ZoneOffset.UTC));
    }
    var before = filter.askedBefore();
    if (before != null) {
      conditions.add("r.asked_at < :before");
      values.put("before", before.atOffset(ZoneOffset.UTC));
    }
    return new RequestCondition(" where " + String.join(" and ", conditions), values);
  }
}
