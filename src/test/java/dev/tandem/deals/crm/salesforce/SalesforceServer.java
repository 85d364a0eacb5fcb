package dev.tandem.deals.crm.salesforce;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Request;
import dev.tandem.deals.crm.FakeDeal;
import dev.tandem.testing.PlayedServer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Plays Salesforce's token endpoint and REST API in the shapes of its public reference. */
final class SalesforceServer extends PlayedServer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BATCH = 200;
  private static final Pattern SINCE = Pattern.compile("SystemModstamp >= (\\S+)");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

  final Map<String, FakeDeal> deals = new HashMap<>();
  final Map<String, Instant> deleted = new HashMap<>();
  final Map<String, List<FakeDeal>> queries = new HashMap<>();
  String fields = "Id,Name,Amount,StageName,CreatedDate,CloseDate,LeadSource,Description,Rival__c";
  String token = "00D-first";
  String form = "";
  String soql = "";

  @Override
  protected ResponseDefinitionBuilder answer(Request request) {
    var path = request.getUrl().replaceAll("\\?.*", "");
    if (path.equals("/services/oauth2/token")) {
      form = request.getBodyAsString();
      return json(
          "{\"access_token\":\"%s\",\"instance_url\":\"%s\",\"token_type\":\"Bearer\"}"
              .formatted(token, url()));
    }
    if (!("Bearer " + token).equals(request.getHeader("Authorization")))
      return json("[{\"message\":\"Session expired\",\"errorCode\":\"INVALID_SESSION_ID\"}]")
          .withStatus(401);
    if (path.endsWith("/sobjects/Opportunity/describe")) return json(describe());
    if (path.endsWith("/queryAll")) return query(parameter(request, "q"));
    var locator = path.replaceAll(".*/query/", "");
    if (path.contains("/query/") && queries.containsKey(locator.replaceAll("-\\d+$", "")))
      return json(
          batch(locator.replaceAll("-\\d+$", ""), Integer.parseInt(locator.replaceAll(".*-", ""))));
    return json("[{\"message\":\"invalid query locator\",\"errorCode\":\"INVALID_QUERY_LOCATOR\"}]")
        .withStatus(400);
  }

  private String describe() {
    var answer = JSON.createObjectNode();
    var list = answer.putArray("fields");
    for (var name : fields.split(",")) list.addObject().put("name", name).put("label", name);
    return answer.toString();
  }

  private ResponseDefinitionBuilder query(String asked) {
    soql = asked;
    for (var name : asked.replaceAll("^SELECT |, \\(SELECT.*", "").split(", "))
      if (!name.contains(".")
          && !(fields + ",SystemModstamp,IsDeleted,IsWon,IsClosed").contains(name))
        return WireMock.aResponse()
            .withStatus(400)
            .withBody(
                "[{\"errorCode\":\"INVALID_FIELD\",\"message\":\"No such column '%s'\"}]"
                    .formatted(name));
    var since = SINCE.matcher(asked);
    if (!since.find()) throw new IllegalArgumentException(asked);
    var from = Instant.parse(since.group(1));
    var id = "01g" + queries.size();
    queries.put(
        id,
        deals.values().stream()
            .filter(deal -> !stamp(deal).isBefore(from))
            .sorted(Comparator.comparing(this::stamp).thenComparing(FakeDeal::id))
            .toList());
    return json(batch(id, 0));
  }

  private Instant stamp(FakeDeal deal) {
    return deleted.getOrDefault(deal.id(), deal.modified());
  }

  private String batch(String query, int from) {
    var all = queries.getOrDefault(query, List.of());
    var answer = JSON.createObjectNode().put("totalSize", all.size());
    boolean done = from + BATCH >= all.size();
    answer.put("done", done);
    if (!done)
      answer.put("nextRecordsUrl", "/services/data/v62.0/query/" + query + "-" + (from + BATCH));
    var records = answer.putArray("records");
    all.stream().skip(from).limit(BATCH).forEach(deal -> record(deal, records.addObject()));
    return answer.toString();
  }

  private void record(FakeDeal deal, ObjectNode node) {
    node.putObject("attributes").put("type", "Opportunity");
    node.put("Id", deal.id())
        .put("Name", deal.name())
        .put("StageName", deal.stage())
        .put("SystemModstamp", STAMP.format(stamp(deal)))
        .put("CreatedDate", STAMP.format(deal.created()))
        .put("CloseDate", "2026-08-31")
        .put("IsDeleted", deleted.containsKey(deal.id()))
        .put("IsWon", deal.stage().equals("Closed Won"))
        .put("IsClosed", deal.stage().startsWith("Closed"));
    if (deal.amount().isEmpty()) node.putNull("Amount");
    else node.put("Amount", Double.parseDouble(deal.amount()));
    node.putObject("Account").put("Name", deal.account()).putNull("Industry");
    node.putObject("Owner").put("Email", "anna.berg@example.com");
    node.putNull("Campaign");
    var roles = node.putObject("OpportunityContactRoles").put("totalSize", 1).put("done", true);
    var role = roles.putArray("records").addObject().put("Role", "Decision Maker");
    role.putObject("Contact").put("Title", "CFO");
    var histories = node.putObject("OpportunityHistories").put("totalSize", 1).put("done", true);
    histories
        .putArray("records")
        .addObject()
        .put("StageName", deal.stage())
        .put("CreatedDate", STAMP.format(deal.created()));
  }
}
