package dev.tandem.deals.crm.hubspot;

import dev.tandem.deals.crm.CrmHttp;
import dev.tandem.deals.crm.CrmJson;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The calls of HubSpot's CRM API that are needed, in its own words. */
final class HubSpotApi {
  /** With histories asked for, a batch may name no more objects. */
  private static final int MOST_WITH_HISTORY = 50;

  private static final int MOST_IN_A_BATCH = 100;

  private final CrmHttp http;
  private final String base;

  HubSpotApi(CrmHttp http, URI base) {
    this.http = http;
    this.base = base.toString().replaceAll("/+$", "");
  }

  JsonNode get(String pathAndQuery) {
    return http.get(URI.create(base + pathAndQuery));
  }

  JsonNode search(ObjectNode query) {
    return post("/crm/v3/objects/deals/search", query);
  }

  JsonNode post(String path, JsonNode body) {
    return http.post(URI.create(base + path), body);
  }

  /** By id, the moments at which each deal changed its stage, as HubSpot lists them. */
  Map<String, List<JsonNode>> stageHistories(List<String> deals) {
    var histories = new LinkedHashMap<String, List<JsonNode>>();
    for (var some : parts(deals, MOST_WITH_HISTORY)) {
      var body = inputs(some);
      body.putArray("properties");
      body.putArray("propertiesWithHistory").add("dealstage");
      for (var deal : results(post("/crm/v3/objects/deals/batch/read", body), "deal histories")) {
        var passed = new ArrayList<JsonNode>();
        deal.path("propertiesWithHistory").path("dealstage").forEach(passed::add);
        histories.put(CrmJson.text(deal.path("id")), passed);
      }
    }
    return histories;
  }

  /** By id of the deal, the ids of what is associated with it; deals without any are left out. */
  Map<String, List<String>> associated(List<String> deals, String objects) {
    var associated = new LinkedHashMap<String, List<String>>();
    if (deals.isEmpty()) return associated;
    var answer = post("/crm/v4/associations/deals/" + objects + "/batch/read", inputs(deals));
    for (var result : results(answer, "associations")) {
      var to = new ArrayList<String>();
      result.path("to").forEach(each -> to.add(CrmJson.text(each.path("toObjectId"))));
      associated.put(CrmJson.text(result.path("from").path("id")), to);
    }
    return associated;
  }

  /** By id, the properties of these objects. */
  Map<String, JsonNode> properties(Collection<String> ids, String objects, List<String> names) {
    var found = new LinkedHashMap<String, JsonNode>();
    for (var some : parts(List.copyOf(ids), MOST_IN_A_BATCH)) {
      var body = inputs(some);
      var properties = body.putArray("properties");
      names.forEach(properties::add);
      for (var object : results(post("/crm/v3/objects/" + objects + "/batch/read", body), objects))
        found.put(CrmJson.text(object.path("id")), object.path("properties"));
    }
    return found;
  }

  static List<JsonNode> results(JsonNode answer, String what) {
    return CrmJson.array(answer, "results", HubSpotGateway.LABEL + "'s " + what);
  }

  private static ObjectNode inputs(Collection<String> ids) {
    var body = JsonMapper.shared().createObjectNode();
    var inputs = body.putArray("inputs");
    ids.forEach(id -> inputs.addObject().put("id", id));
    return body;
  }

  private static List<List<String>> parts(List<String> all, int size) {
    var parts = new ArrayList<List<String>>();
    for (int start = 0; start < all.size(); start += size)
      parts.add(all.subList(start, Math.min(all.size(), start + size)));
    return parts;
  }
}
