package dev.tandem.deals.crm.rest;

import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.CrmHttp;
import dev.tandem.deals.crm.CrmJson;
import dev.tandem.deals.crm.RestComparison;
import dev.tandem.deals.crm.RestShape;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists the ids of all that a CRM has, smallest first. */
final class RestIds {
  /** Before every id, whether it is a number or a word. */
  static final String FIRST = "0";

  private final String label;
  private final CrmHttp http;
  private final RestShape shape;
  private final RestComparison comparison;
  private final RestQuery query;

  RestIds(String label, CrmHttp http, URI base, RestShape deals, RestComparison comparison) {
    this.label = label;
    this.http = http;
    this.shape = deals;
    this.comparison = comparison;
    var path = Objects.requireNonNullElse(comparison.path(), deals.path());
    this.query = new RestQuery(base, path, comparison.query(), deals.modifiedFormat());
  }

  /** Those behind this id, as many as a page has. */
  List<String> after(String last) {
    var limit = String.valueOf(comparison.limit());
    var answer = http.get(query.address(Map.of("after", last, "limit", limit)));
    var ids =
        CrmJson.elements(answer.at(shape.records()), label + ": no list at " + shape.records())
            .stream()
            .map(node -> CrmJson.text(node.at(shape.id())))
            .toList();
    var before = last;
    for (var id : ids) {
      // a listing out of order would leave deals out, and they would be taken for deleted
      if (!isBehind(id, before))
        throw CrmFailure.refused(
            label + " does not list by id: '" + id + "' comes behind '" + before + "'",
            "Let rest.comparison.query ask for ids greater than {after}, sorted by id, smallest"
                + " first; nothing was removed.");
      before = id;
    }
    return ids;
  }

  boolean isLast(List<String> ids) {
    return ids.size() < comparison.limit();
  }

  /** Databases compare with or without regard to case, and numbers as numbers. */
  private static boolean isBehind(String id, String before) {
    if (id.isEmpty()) return false;
    if (id.matches("\\d{1,40}") && before.matches("\\d{1,40}"))
      return new BigInteger(id).compareTo(new BigInteger(before)) > 0 || id.compareTo(before) > 0;
    return id.compareTo(before) > 0 || id.compareToIgnoreCase(before) > 0;
  }
}
