package dev.tandem.deals.crm.rest;

import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.CrmField;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmHttp;
import dev.tandem.deals.crm.CrmJson;
import dev.tandem.deals.crm.CrmPage;
import dev.tandem.deals.crm.CrmPage.CrmRefusal;
import dev.tandem.deals.crm.CrmRecord;
import dev.tandem.deals.crm.CrmRemoval;
import dev.tandem.deals.crm.CrmTimes;
import dev.tandem.deals.crm.RestShape;
import dev.tandem.deals.crm.SyncCursor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads a CRM by the shape that the operator described. */
final class RestGateway implements CrmGateway {
  private final String label;
  private final CrmHttp http;
  private final RestShape shape;
  private final RestQuery query;
  private final Duration overlap;
  private final Clock clock;

  RestGateway(
      String label, CrmHttp http, URI base, RestShape shape, Duration overlap, Clock clock) {
    this.label = label;
    this.http = http;
    this.shape = shape;
    this.query = new RestQuery(base, shape);
    this.overlap = overlap;
    this.clock = clock;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Map<String, String> usualFields() {
    return shape.columns();
  }

  @Override
  public List<CrmField> fields() {
    var names = new TreeSet<>(shape.values().keySet());
    names.addAll(shape.columns().values());
    page(SyncCursor.START, Set.of()).records().forEach(it -> names.addAll(it.values().keySet()));
    return names.stream().map(name -> new CrmField(name, name)).toList();
  }

  @Override
  public CrmPage page(SyncCursor cursor, Set<String> fields) {
    var begun = cursor.get("began").isPresent() ? cursor : cursor.with("began", clock.instant());
    var answer = http.get(address(begun));
    var nodes =
        CrmJson.elements(answer.at(shape.records()), label + ": no list at " + shape.records());
    var records = new ArrayList<CrmRecord>();
    var removals = new ArrayList<CrmRemoval>();
    var refusals = new ArrayList<CrmRefusal>();
    for (var node : nodes) read(node, records, removals, refusals);
    var next = next(begun, answer, nodes);
    boolean complete = next.get("began").isEmpty();
    return new CrmPage(records, removals, refusals, next, complete, List.of());
  }

  private URI address(SyncCursor cursor) {
    var link = cursor.get("link");
    if (link.isPresent()) return query.follow(link.get());
    var since = cursor.moment("at").or(() -> cursor.moment("since")).orElse(Instant.EPOCH);
    return query.address(
        Map.of(
            "since", query.moment(since),
            "offset", cursor.get("offset").orElse("0"),
            "page", cursor.get("page").orElse("1"),
            "cursor", cursor.get("cursor").orElse(""),
            "limit", String.valueOf(shape.limit())));
  }

  private void read(
      JsonNode node,
      List<CrmRecord> records,
      List<CrmRemoval> removals,
      List<CrmRefusal> refusals) {
    var id = CrmJson.text(node.at(shape.id()));
    try {
      if (id.isEmpty()) throw new IllegalArgumentException("no id at " + shape.id());
      var modified = modified(node);
      if (isDeleted(node)) {
        removals.add(new CrmRemoval(id, modified, null));
        return;
      }
      var values = new LinkedHashMap<String, String>();
      node.properties().forEach(each -> values.put(each.getKey(), CrmJson.text(each.getValue())));
      shape
          .values()
          .forEach(
              (name, place) -> {
                var value = node.at(place);
                if (!value.isMissingNode()) values.put(name, CrmJson.text(value));
              });
      records.add(new CrmRecord(id, modified, values));
    } catch (IllegalArgumentException wrong) {
      refusals.add(new CrmRefusal(id.isEmpty() ? "?" : id, "", String.valueOf(wrong.getMessage())));
    }
  }

  private Instant modified(JsonNode node) {
    return CrmTimes.moment(CrmJson.text(node.at(shape.modified())));
  }

  private boolean isDeleted(JsonNode node) {
    var deleted = shape.deleted();
    return deleted != null && CrmJson.text(node.at(deleted)).matches("(?i)true|1|yes");
  }

  private SyncCursor next(SyncCursor cursor, JsonNode answer, List<JsonNode> nodes) {
    var place = shape.next();
    var onwards = place == null ? "" : CrmJson.text(answer.at(place));
    boolean full = nodes.size() >= shape.limit();
    return switch (shape.paging()) {
      case "modified" -> full ? afterTheLast(cursor, nodes) : nextScan(cursor);
      case "page" ->
          full
              ? cursor.with("page", Integer.parseInt(cursor.get("page").orElse("1")) + 1)
              : nextScan(cursor);
      case "cursor" -> onwards.isEmpty() ? nextScan(cursor) : cursor.with("cursor", onwards);
      case "link" -> onwards.isEmpty() ? nextScan(cursor) : cursor.with("link", onwards);
      case "none" -> nextScan(cursor);
      default ->
          throw CrmFailure.refused(
              "rest.paging: '" + shape.paging() + "'",
              "It is modified, page, cursor, link or none.");
    };
  }

  /**
   * From the last one's change on, and behind those of that same moment that were read: a deal that
   * changes while we read moves to the end, and shifts no other out of sight.
   */
  private SyncCursor afterTheLast(SyncCursor cursor, List<JsonNode> nodes) {
    var from = cursor.moment("at").or(() -> cursor.moment("since")).orElse(Instant.EPOCH);
    var last = from;
    for (var node : nodes) {
      var at = modified(node);
      if (at.isBefore(last))
        throw CrmFailure.refused(
            label + " does not sort by the last change",
            "Let rest.query ask for records sorted by "
                + shape.modified()
                + ", oldest first, from"
                + " {since} on; or choose another rest.paging.");
      last = at;
    }
    if (last.isAfter(from)) return cursor.with("at", last).with("offset", null);
    long read = Long.parseLong(cursor.get("offset").orElse("0")) + nodes.size();
    return cursor.with("at", last).with("offset", read);
  }

  private SyncCursor nextScan(SyncCursor cursor) {
    var began = cursor.moment("began").orElseGet(clock::instant);
    return SyncCursor.START.with("since", began.minus(overlap));
  }
}
