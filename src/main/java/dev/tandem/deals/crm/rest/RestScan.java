package dev.tandem.deals.crm.rest;

import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.CrmHttp;
import dev.tandem.deals.crm.CrmJson;
import dev.tandem.deals.crm.CrmTimes;
import dev.tandem.deals.crm.RestShape;
import dev.tandem.deals.crm.SyncCursor;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads one list of a CRM page by page, from a moment on. */
final class RestScan {
  /** The marks that say where in a list we are. */
  private static final List<String> PLACES = List.of("at", "offset", "page", "cursor", "link");

  private final String label;
  private final CrmHttp http;
  private final RestShape shape;
  private final RestQuery query;

  RestScan(String label, CrmHttp http, URI base, RestShape shape) {
    this.label = label;
    this.http = http;
    this.shape = shape;
    this.query = new RestQuery(base, shape);
  }

  /**
   * @param next empty at the end of the list
   */
  record Read(List<JsonNode> nodes, Optional<SyncCursor> next) {}

  /** The page at this cursor; the list begins at its mark {@code since}. */
  Read page(SyncCursor cursor) {
    var answer = http.get(address(cursor));
    var nodes =
        CrmJson.elements(answer.at(shape.records()), label + ": no list at " + shape.records());
    return new Read(nodes, next(cursor, answer, nodes));
  }

  String id(JsonNode node) {
    var id = CrmJson.text(node.at(shape.id()));
    if (id.isEmpty()) throw new IllegalArgumentException("no id at " + shape.id());
    return id;
  }

  Instant modified(JsonNode node) {
    return CrmTimes.moment(CrmJson.text(node.at(shape.modified())));
  }

  /** A cursor without a place in the list. */
  static SyncCursor atTheBeginning(SyncCursor cursor) {
    for (var place : PLACES) cursor = cursor.with(place, null);
    return cursor;
  }

  private static Instant from(SyncCursor cursor) {
    return cursor.moment("at").or(() -> cursor.moment("since")).orElse(Instant.EPOCH);
  }

  private URI address(SyncCursor cursor) {
    var link = cursor.get("link");
    if (link.isPresent()) return query.follow(link.get());
    return query.address(
        Map.of(
            "since", query.moment(from(cursor)),
            "offset", cursor.get("offset").orElse("0"),
            "page", cursor.get("page").orElse("1"),
            "cursor", cursor.get("cursor").orElse(""),
            "limit", String.valueOf(shape.limit())));
  }

  private Optional<SyncCursor> next(SyncCursor cursor, JsonNode answer, List<JsonNode> nodes) {
    var place = shape.next();
    var onwards = place == null ? "" : CrmJson.text(answer.at(place));
    boolean full = nodes.size() >= shape.limit();
    return switch (shape.paging()) {
      case "modified" -> full ? Optional.of(afterTheLast(cursor, nodes)) : Optional.empty();
      case "page" ->
          full
              ? Optional.of(
                  cursor.with("page", Integer.parseInt(cursor.get("page").orElse("1")) + 1))
              : Optional.empty();
      case "cursor" ->
          onwards.isEmpty() ? Optional.empty() : Optional.of(cursor.with("cursor", onwards));
      case "link" ->
          onwards.isEmpty() ? Optional.empty() : Optional.of(cursor.with("link", onwards));
      case "none" -> Optional.empty();
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
    var from = from(cursor);
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
}
