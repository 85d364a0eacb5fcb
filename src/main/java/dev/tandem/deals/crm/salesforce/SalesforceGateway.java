package dev.tandem.deals.crm.salesforce;

import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.CrmField;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmHttp;
import dev.tandem.deals.crm.CrmJson;
import dev.tandem.deals.crm.CrmPage;
import dev.tandem.deals.crm.CrmPage.CrmRefusal;
import dev.tandem.deals.crm.CrmRecord;
import dev.tandem.deals.crm.CrmRecord.StagePassed;
import dev.tandem.deals.crm.CrmRemoval;
import dev.tandem.deals.crm.CrmTimes;
import dev.tandem.deals.crm.SyncCursor;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads Salesforce by one query over {@code SystemModstamp}, deleted opportunities included, and
 * follows its pages. When the query has expired over there, the next one starts at the last change
 * that was read.
 */
final class SalesforceGateway implements CrmGateway {
  static final String LABEL = "Salesforce";
  private static final String API = "/services/data/v62.0";

  private final CrmHttp http;
  private final SalesforceSession session;
  private final Duration overlap;
  private final Clock clock;
  private @Nullable Map<String, String> labels;

  SalesforceGateway(CrmHttp http, SalesforceSession session, Duration overlap, Clock clock) {
    this.http = http;
    this.session = session;
    this.overlap = overlap;
    this.clock = clock;
  }

  @Override
  public String label() {
    return LABEL;
  }

  @Override
  public Map<String, String> usualFields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", "Name");
    fields.put("account", "Account.Name");
    fields.put("industry", "Account.Industry");
    fields.put("company_size", "Account.NumberOfEmployees");
    fields.put("region", "Account.BillingCountry");
    fields.put("personas", "ContactRoles.Title");
    fields.put("sales_stage", "StageName");
    fields.put("amount", "Amount");
    fields.put("currency", "CurrencyIsoCode");
    fields.put("owner", "Owner.Email");
    fields.put("created_on", "CreatedDate");
    fields.put("closed_on", "CloseDate");
    fields.put("outcome", "Outcome");
    fields.put("lead_source", "LeadSource");
    fields.put("notes", "Description");
    return fields;
  }

  @Override
  public List<CrmField> fields() {
    var fields = new ArrayList<CrmField>();
    fields.add(new CrmField("Outcome", "Open, won or lost"));
    fields.add(new CrmField("Owner.Email", "Owner's e-mail"));
    fields.add(new CrmField("Campaign.Name", "Primary campaign source"));
    fields.add(new CrmField("ContactRoles.Title", "Contact roles: titles"));
    fields.add(new CrmField("ContactRoles.Role", "Contact roles: roles"));
    for (var name : OpportunityQuery.OF_ACCOUNTS)
      fields.add(new CrmField("Account." + name, "Account: " + name));
    labels().forEach((name, label) -> fields.add(new CrmField(name, label)));
    return fields;
  }

  /** What this company's opportunities have, by name; custom fields end with {@code __c}. */
  private Map<String, String> labels() {
    var known = labels;
    if (known != null) return known;
    var read = new LinkedHashMap<String, String>();
    var answer = get(API + "/sobjects/Opportunity/describe");
    for (var field : CrmJson.array(answer, "fields", "Salesforce's description"))
      read.put(CrmJson.text(field.path("name")), CrmJson.text(field.path("label")));
    labels = read;
    return read;
  }

  @Override
  public CrmPage page(SyncCursor cursor, Set<String> fields) {
    var begun = cursor.get("began").isPresent() ? cursor : cursor.with("began", clock.instant());
    var wanted = new TreeSet<>(fields);
    wanted.retainAll(labels().keySet());
    var answer = answer(begun, wanted);
    var nodes = CrmJson.array(answer, "records", "Salesforce's opportunities");
    var records = new ArrayList<CrmRecord>();
    var removals = new ArrayList<CrmRemoval>();
    var refusals = new ArrayList<CrmRefusal>();
    for (var node : nodes) read(node, records, removals, refusals);
    var more = CrmJson.text(answer.path("nextRecordsUrl"));
    boolean done = answer.path("done").asBoolean(true) || more.isEmpty();
    var next = done ? nextScan(begun) : onwards(begun, more, nodes);
    return new CrmPage(records, removals, refusals, next, done, missing(fields));
  }

  private JsonNode answer(SyncCursor cursor, Set<String> wanted) {
    var locator = cursor.get("more");
    if (locator.isPresent())
      try {
        return get(locator.get());
      } catch (CrmFailure expired) {
        if (!String.valueOf(expired.getMessage()).contains("INVALID_QUERY_LOCATOR")) throw expired;
      }
    var since = cursor.moment("reached").or(() -> cursor.moment("since")).orElse(Instant.EPOCH);
    var soql = OpportunityQuery.since(since, wanted);
    return get(API + "/queryAll?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));
  }

  /** Its links are paths of the company's own instance. */
  private JsonNode get(String path) {
    if (!path.startsWith("/services/data/"))
      throw CrmFailure.notUnderstood(LABEL + ": a link that leads elsewhere");
    return http.get(URI.create(session.access().instance() + path));
  }

  private static SyncCursor onwards(SyncCursor cursor, String more, List<JsonNode> nodes) {
    var reached = nodes.isEmpty() ? "" : CrmJson.text(nodes.getLast().path("SystemModstamp"));
    return cursor
        .with("more", more)
        .with(
            "reached",
            reached.isEmpty() ? cursor.get("reached").orElse(null) : CrmTimes.moment(reached));
  }

  private SyncCursor nextScan(SyncCursor cursor) {
    var began = cursor.moment("began").orElseGet(clock::instant);
    return SyncCursor.START.with("since", began.minus(overlap));
  }

  private List<String> missing(Set<String> fields) {
    return fields.stream()
        .filter(name -> !name.contains(".") && !name.equals("Outcome"))
        .filter(name -> !name.equals("CurrencyIsoCode") && !labels().containsKey(name))
        .map(name -> "Salesforce has no field “" + name + "” any more; what is known there stays")
        .toList();
  }

  private void read(
      JsonNode node,
      List<CrmRecord> records,
      List<CrmRemoval> removals,
      List<CrmRefusal> refusals) {
    var id = CrmJson.text(node.path("Id"));
    try {
      if (id.isEmpty()) throw new IllegalArgumentException("no Id");
      var modified = CrmTimes.moment(CrmJson.text(node.path("SystemModstamp")));
      if (node.path("IsDeleted").asBoolean(false)) {
        removals.add(new CrmRemoval(id, modified, null));
        return;
      }
      records.add(new CrmRecord(id, modified, values(node), passed(node), Set.of()));
    } catch (IllegalArgumentException wrong) {
      refusals.add(new CrmRefusal(id.isEmpty() ? "?" : id, "", String.valueOf(wrong.getMessage())));
    }
  }

  private Map<String, String> values(JsonNode node) {
    var values = new LinkedHashMap<String, String>();
    for (var field : node.properties())
      if (field.getValue().isValueNode())
        values.put(field.getKey(), CrmJson.text(field.getValue()));
    for (var name : OpportunityQuery.OF_ACCOUNTS)
      values.put("Account." + name, CrmJson.text(node.path("Account").path(name)));
    values.put("Owner.Email", CrmJson.text(node.path("Owner").path("Email")));
    values.put("Campaign.Name", CrmJson.text(node.path("Campaign").path("Name")));
    var roles = all(node.path("OpportunityContactRoles"));
    values.put("ContactRoles.Title", joined(roles, "/Contact/Title"));
    values.put("ContactRoles.Role", joined(roles, "/Role"));
    boolean closed = node.path("IsClosed").asBoolean(false);
    boolean won = node.path("IsWon").asBoolean(false);
    values.put("Outcome", won ? "won" : closed ? "lost" : "open");
    return values;
  }

  private List<StagePassed> passed(JsonNode node) {
    var passed = new ArrayList<StagePassed>();
    for (var moment : all(node.path("OpportunityHistories")))
      passed.add(
          new StagePassed(
              CrmJson.text(moment.path("StageName")),
              CrmTimes.moment(CrmJson.text(moment.path("CreatedDate")))));
    return passed;
  }

  /** The rows of a query inside the query, of which long ones come in pages, too. */
  private List<JsonNode> all(JsonNode inner) {
    var rows = new ArrayList<JsonNode>();
    for (var part = inner; part.isObject(); ) {
      rows.addAll(CrmJson.array(part, "records", "a list inside an opportunity"));
      var more = CrmJson.text(part.path("nextRecordsUrl"));
      if (more.isEmpty()) break;
      part = get(more);
    }
    return rows;
  }

  private static String joined(List<JsonNode> rows, String place) {
    var texts = new LinkedHashSet<String>();
    for (var row : rows) {
      var text = CrmJson.text(row.at(place)).replace('|', '/').strip();
      if (!text.isEmpty()) texts.add(text);
    }
    return String.join("|", texts);
  }

  @Override
  public void addNote(String crmId, String text) {
    var task =
        JsonMapper.shared()
            .createObjectNode()
            .put("WhatId", crmId)
            .put("Subject", text.length() > 255 ? text.substring(0, 254) + "…" : text)
            .put("Description", text)
            .put("Status", "Completed");
    var _ = http.post(URI.create(session.access().instance() + API + "/sobjects/Task"), task);
  }
}
