package dev.tandem.deals.crm.hubspot;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.tandem.deals.crm.FakeDeal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays HubSpot's CRM API in the shapes of its public reference (CRM v3 objects, search, pipelines,
 * owners; v4 associations), with its rule that a search gives 10,000 results at most.
 */
public final class HubSpotServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_OF_A_SEARCH = 10_000;

  public final Map<BigInteger, FakeDeal> deals = new ConcurrentSkipListMap<>();
  public final Map<String, Instant> archived = new ConcurrentSkipListMap<>();
  public final Map<String, List<String[]>> histories = new ConcurrentHashMap<>();
  public final AtomicInteger requests = new AtomicInteger();

  /** The next answers, before the right ones; each null is a right one. */
  public final Queue<Function<ResponseDefinitionBuilder, ResponseDefinitionBuilder>> faults =
      new ConcurrentLinkedQueue<>();

  /** Decides about each request whether it fails; null where it does not. */
  public volatile @Nullable Function<Integer, @Nullable ResponseDefinitionBuilder> chaos;

  private final WireMockServer server;

  public HubSpotServer() {
    server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .disableRequestJournal()
                .extensions(new Answers()));
    server.start();
    server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
  }

  public String url() {
    return server.baseUrl();
  }

  public void put(FakeDeal deal) {
    deals.put(new BigInteger(deal.id()), deal);
  }

  public void archive(String id, Instant at) {
    deals.remove(new BigInteger(id));
    archived.put(id, at);
  }

  @Override
  public void close() {
    server.stop();
  }

  private final class Answers implements ResponseDefinitionTransformerV2 {
    @Override
    public String getName() {
      return "hubspot";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      int number = requests.incrementAndGet();
      var decide = chaos;
      var broken = decide == null ? null : decide.apply(number);
      if (broken != null) return broken.build();
      var right =
          WireMock.aResponse()
              .withStatus(200)
              .withHeader("Content-Type", "application/json;charset=utf-8");
      var fault = faults.poll();
      try {
        right.withBody(JSON.writeValueAsString(answer(event.getRequest())));
      } catch (IllegalArgumentException refused) {
        return WireMock.aResponse()
            .withStatus(400)
            .withBody("{\"status\":\"error\",\"message\":\"" + refused.getMessage() + "\"}")
            .build();
      }
      return (fault == null ? right : fault.apply(right)).build();
    }
  }

  private JsonNode answer(Request request) {
    if (!"Bearer secret-token".equals(request.getHeader("Authorization")))
      throw new IllegalArgumentException("Authentication credentials not found");
    var path = request.getUrl().replaceAll("\\?.*", "");
    return switch (path) {
      case "/crm/v3/objects/deals/search" -> search(JSON.readTree(request.getBodyAsString()));
      case "/crm/v3/objects/deals/batch/read" ->
          histories(JSON.readTree(request.getBodyAsString()));
      case "/crm/v4/associations/deals/companies/batch/read" ->
          companiesOf(JSON.readTree(request.getBodyAsString()));
      case "/crm/v4/associations/deals/contacts/batch/read" ->
          JSON.readTree("{\"status\":\"COMPLETE\",\"results\":[]}");
      case "/crm/v3/objects/companies/batch/read" ->
          companies(JSON.readTree(request.getBodyAsString()));
      case "/crm/v3/objects/contacts/batch/read" -> JSON.readTree("{\"results\":[]}");
      case "/crm/v3/pipelines/deals" -> JSON.readTree(PIPELINES);
      case "/crm/v3/owners/" -> JSON.readTree(OWNERS);
      case "/crm/v3/properties/deals" -> JSON.readTree(PROPERTIES);
      case "/crm/v3/objects/deals" -> archivedDeals(request);
      default -> throw new IllegalArgumentException("no such path: " + path);
    };
  }

  private ObjectNode search(JsonNode query) {
    long since = 0;
    var above = BigInteger.ZERO;
    for (var filter : query.path("filterGroups").path(0).path("filters")) {
      var value = filter.path("value").asString();
      switch (filter.path("propertyName").asString() + " " + filter.path("operator").asString()) {
        case "hs_lastmodifieddate GTE" -> since = Long.parseLong(value);
        case "hs_object_id GT" -> above = new BigInteger(value);
        default -> throw new IllegalArgumentException("unknown filter " + filter);
      }
    }
    int limit = query.path("limit").asInt();
    int after = Integer.parseInt(query.path("after").asString("0"));
    if (after + limit > MOST_OF_A_SEARCH)
      throw new IllegalArgumentException("paging beyond 10,000 results is not supported");
    var from = Instant.ofEpochMilli(since);
    var matching =
        ((ConcurrentSkipListMap<BigInteger, FakeDeal>) deals)
            .tailMap(above, false).values().stream()
                .filter(deal -> !deal.modified().isBefore(from))
                .toList();
    var answer = JSON.createObjectNode().put("total", matching.size());
    var results = answer.putArray("results");
    matching.stream().skip(after).limit(limit).forEach(deal -> results.add(deal(deal)));
    if (after + limit < matching.size())
      answer.putObject("paging").putObject("next").put("after", String.valueOf(after + limit));
    return answer;
  }

  private static ObjectNode deal(FakeDeal deal) {
    var node = JSON.createObjectNode().put("id", deal.id());
    node.putObject("properties")
        .put("dealname", deal.name())
        .put("dealstage", stageId(deal.stage()))
        .put("pipeline", "default")
        .put("amount", deal.amount().isEmpty() ? null : deal.amount())
        .put("deal_currency_code", deal.currency())
        .put("hubspot_owner_id", "41629779")
        .put("createdate", deal.created().toString())
        .put("closedate", "2026-08-31T21:59:59.999Z")
        .put(
            "hs_merged_object_ids",
            deal.absorbed().isEmpty() ? null : String.join(";", deal.absorbed()))
        .put("hs_lastmodifieddate", deal.modified().toString())
        .put("hs_object_id", deal.id());
    return node.put("createdAt", deal.created().toString())
        .put("updatedAt", deal.modified().toString())
        .put("archived", false);
  }

  private static String stageId(String label) {
    return switch (label) {
      case "Qualified" -> "qualifiedtobuy";
      case "Closed won" -> "closedwon";
      case "Closed lost" -> "closedlost";
      default -> "appointmentscheduled";
    };
  }

  private ObjectNode histories(JsonNode query) {
    if (query.path("inputs").size() > 50)
      throw new IllegalArgumentException("more than 50 inputs with history");
    var answer = JSON.createObjectNode().put("status", "COMPLETE");
    var results = answer.putArray("results");
    for (var input : query.path("inputs")) {
      var id = input.path("id").asString();
      var deal = results.addObject().put("id", id);
      deal.putObject("properties");
      var stage = deal.putObject("propertiesWithHistory").putArray("dealstage");
      for (var moment : histories.getOrDefault(id, List.of()))
        stage
            .addObject()
            .put("value", stageId(moment[0]))
            .put("timestamp", moment[1])
            .put("sourceType", "CRM_UI");
    }
    return answer;
  }

  private ObjectNode companiesOf(JsonNode query) {
    var answer = JSON.createObjectNode().put("status", "COMPLETE");
    var results = answer.putArray("results");
    for (var input : query.path("inputs")) {
      var deal = deals.get(new BigInteger(input.path("id").asString()));
      if (deal == null) continue;
      var result = results.addObject();
      result.putObject("from").put("id", deal.id());
      result
          .putArray("to")
          .addObject()
          .put("toObjectId", Long.parseLong(deal.account().replaceAll("\\D", "")) + 500)
          .putArray("associationTypes")
          .addObject()
          .put("category", "HUBSPOT_DEFINED")
          .put("typeId", 5);
    }
    return answer;
  }

  private static ObjectNode companies(JsonNode query) {
    if (query.path("inputs").size() > 100) throw new IllegalArgumentException("over 100 inputs");
    var answer = JSON.createObjectNode().put("status", "COMPLETE");
    var results = answer.putArray("results");
    for (var input : query.path("inputs")) {
      long number = Long.parseLong(input.path("id").asString()) - 500;
      results
          .addObject()
          .put("id", input.path("id").asString())
          .putObject("properties")
          .put("name", "Account " + number)
          .put("industry", "COMPUTER_SOFTWARE")
          .put("numberofemployees", "250")
          .putNull("country");
    }
    return answer;
  }

  private ObjectNode archivedDeals(Request request) {
    var parameter = request.queryParameter("after");
    int after = parameter.isPresent() ? Integer.parseInt(parameter.firstValue()) : 0;
    var all = new ArrayList<>(archived.entrySet());
    all.sort(Comparator.comparing(Map.Entry::getKey));
    var answer = JSON.createObjectNode();
    var results = answer.putArray("results");
    all.stream()
        .skip(after)
        .limit(100)
        .forEach(
            entry ->
                results
                    .addObject()
                    .put("id", entry.getKey())
                    .put("archived", true)
                    .put("archivedAt", entry.getValue().toString()));
    if (after + 100 < all.size())
      answer.putObject("paging").putObject("next").put("after", String.valueOf(after + 100));
    return answer;
  }

  /** So that tests can line up answers one after the other. */
  @SafeVarargs
  public final void next(
      Function<ResponseDefinitionBuilder, ResponseDefinitionBuilder>... answers) {
    faults.addAll(new ArrayDeque<>(List.of(answers)));
  }

  private static final String PIPELINES =
      """
      {"results":[{"label":"Sales Pipeline","displayOrder":0,"id":"default","stages":[
        {"label":"Appointment scheduled","displayOrder":0,"metadata":{"isClosed":"false","probability":"0.2"},"id":"appointmentscheduled"},
        {"label":"Qualified","displayOrder":1,"metadata":{"isClosed":"false","probability":"0.4"},"id":"qualifiedtobuy"},
        {"label":"Closed won","displayOrder":5,"metadata":{"isClosed":"true","probability":"1.0"},"id":"closedwon"},
        {"label":"Closed lost","displayOrder":6,"metadata":{"isClosed":"true","probability":"0.0"},"id":"closedlost"}]}]}
      """;
  private static final String OWNERS =
      """
      {"results":[{"id":"41629779","email":"anna.berg@example.com","firstName":"Anna","lastName":"Berg","userId":9586504,"archived":false}]}
      """;
  private static final String PROPERTIES =
      """
      {"results":[{"name":"dealname","label":"Deal Name","type":"string","fieldType":"text"},
        {"name":"amount","label":"Amount","type":"number","fieldType":"number"},
        {"name":"createdate","label":"Create Date","type":"datetime","fieldType":"date"},
        {"name":"rival","label":"Main rival","type":"enumeration","fieldType":"select"}]}
      """;
}
