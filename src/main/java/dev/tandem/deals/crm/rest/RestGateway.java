package dev.tandem.deals.crm.rest;

import dev.tandem.deals.crm.CrmField;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmHttp;
import dev.tandem.deals.crm.CrmJson;
import dev.tandem.deals.crm.CrmPage;
import dev.tandem.deals.crm.CrmPage.CrmRefusal;
import dev.tandem.deals.crm.CrmRecord;
import dev.tandem.deals.crm.CrmRemoval;
import dev.tandem.deals.crm.RestShape;
import dev.tandem.deals.crm.SyncCursor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a CRM by the shape that the operator described. */
final class RestGateway implements CrmGateway {
  private final String label;
  private final RestShape shape;
  private final RestScan deals;
  private final @Nullable RestScan removals;
  private final @Nullable RestIds ids;
  private final Duration overlap;
  private final Clock clock;

  RestGateway(
      String label, CrmHttp http, URI base, RestShape shape, Duration overlap, Clock clock) {
    this.label = label;
    this.shape = shape;
    this.deals = new RestScan(label, http, base, shape);
    var removed = shape.removals();
    this.removals =
        removed == null ? null : new RestScan(label, http, base, removed.listing(shape));
    var comparison = shape.comparison();
    this.ids = comparison == null ? null : new RestIds(label, http, base, shape, comparison);
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

  /**
   * A scan has up to three parts, one behind the other: the deals that changed, the list of
   * deletions, and, when it is time, the list of all ids.
   */
  @Override
  public CrmPage page(SyncCursor cursor, Set<String> fields) {
    return switch (cursor.get("part").orElse("")) {
      case "removals" -> removals(cursor);
      case "comparison" -> comparison(cursor);
      default -> deals(cursor);
    };
  }

  private CrmPage deals(SyncCursor cursor) {
    var begun = cursor.get("began").isPresent() ? cursor : cursor.with("began", clock.instant());
    var read = deals.page(begun);
    var records = new ArrayList<CrmRecord>();
    var removed = new ArrayList<CrmRemoval>();
    var refusals = new ArrayList<CrmRefusal>();
    for (var node : read.nodes()) read(node, records, removed, refusals);
    var next = read.next().orElseGet(() -> behindTheDeals(begun));
    return new CrmPage(records, removed, refusals, next, isComplete(next), List.of());
  }

  private CrmPage removals(SyncCursor cursor) {
    var scan = removals;
    var shape = this.shape.removals();
    if (scan == null || shape == null) return end(behindTheRemovals(cursor));
    var read = scan.page(cursor);
    var removed = new ArrayList<CrmRemoval>();
    var refusals = new ArrayList<CrmRefusal>();
    for (var node : read.nodes())
      try {
        var into = mergedInto(node, shape.mergedInto());
        removed.add(new CrmRemoval(scan.id(node), scan.modified(node), into));
      } catch (IllegalArgumentException wrong) {
        refusals.add(new CrmRefusal("?", "", "in the list of deletions: " + wrong.getMessage()));
      }
    var next = read.next().orElseGet(() -> behindTheRemovals(cursor));
    return new CrmPage(List.of(), removed, refusals, next, isComplete(next), List.of());
  }

  private CrmPage comparison(SyncCursor cursor) {
    var list = ids;
    if (list == null) return end(nextScan(cursor));
    var name = cursor.get("comparing").orElseGet(() -> clock.instant().toString());
    var found = list.after(cursor.get("after").orElse(RestIds.FIRST));
    boolean last = list.isLast(found);
    var next =
        last
            ? nextScan(cursor.with("compared", name))
            : cursor.with("comparing", name).with("after", found.getLast());
    var listing = new CrmPage.Listing(name, found, last);
    return new CrmPage(List.of(), List.of(), List.of(), next, last, List.of(), listing);
  }

  private static CrmPage end(SyncCursor next) {
    return CrmPage.of(List.of(), next, isComplete(next));
  }

  private static boolean isComplete(SyncCursor next) {
    return next.get("began").isEmpty();
  }

  private SyncCursor behindTheDeals(SyncCursor cursor) {
    return removals == null
        ? behindTheRemovals(cursor)
        : RestScan.atTheBeginning(cursor).with("part", "removals");
  }

  private SyncCursor behindTheRemovals(SyncCursor cursor) {
    var comparison = shape.comparison();
    if (comparison == null) return nextScan(cursor);
    var due = cursor.moment("compared").map(last -> last.plus(comparison.every()));
    return due.isPresent() && clock.instant().isBefore(due.get())
        ? nextScan(cursor)
        : RestScan.atTheBeginning(cursor).with("part", "comparison");
  }

  private SyncCursor nextScan(SyncCursor cursor) {
    var began = cursor.moment("began").orElseGet(clock::instant);
    return SyncCursor.START
        .with("since", began.minus(overlap))
        .with("compared", cursor.get("compared").orElse(null));
  }

  private void read(
      JsonNode node, List<CrmRecord> records, List<CrmRemoval> removed, List<CrmRefusal> refusals) {
    var id = "?";
    try {
      id = deals.id(node);
      var modified = deals.modified(node);
      if (isDeleted(node)) {
        removed.add(new CrmRemoval(id, modified, mergedInto(node, shape.mergedInto())));
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
      refusals.add(new CrmRefusal(id, "", String.valueOf(wrong.getMessage())));
    }
  }

  private boolean isDeleted(JsonNode node) {
    var deleted = shape.deleted();
    return deleted != null && CrmJson.text(node.at(deleted)).matches("(?i)true|1|yes")
        || mergedInto(node, shape.mergedInto()) != null;
  }

  private static @Nullable String mergedInto(JsonNode node, @Nullable String place) {
    var winner = place == null ? "" : CrmJson.text(node.at(place));
    return winner.isEmpty() ? null : winner;
  }
}
