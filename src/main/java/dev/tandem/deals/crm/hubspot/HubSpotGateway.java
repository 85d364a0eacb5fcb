package dev.tandem.deals.crm.hubspot;

import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.CrmField;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmJson;
import dev.tandem.deals.crm.CrmPage;
import dev.tandem.deals.crm.CrmPage.CrmRefusal;
import dev.tandem.deals.crm.CrmRemoval;
import dev.tandem.deals.crm.CrmTimes;
import dev.tandem.deals.crm.SyncCursor;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads HubSpot in two phases: deals that changed since the last scan began, then the archived
 * ones.
 *
 * <p>A search gives 10,000 results at most. The deals are sorted by their id, so that paging is not
 * upset by deals that change meanwhile, and at the end of what a search gives the next one asks for
 * greater ids.
 */
final class HubSpotGateway implements CrmGateway {
  static final String LABEL = "HubSpot";
  private static final int PAGE = 100;
  private static final int MOST_OF_A_SEARCH = 10_000;
  private static final int NOTE_TO_DEAL = 214;
  private static final List<String> NEEDED =
      List.of("dealname", "dealstage", "pipeline", "hubspot_owner_id", "hs_merged_object_ids");

  private final HubSpotApi api;
  private final HubSpotFacts facts;
  private final HubSpotDeals deals;
  private final Duration overlap;
  private final Clock clock;

  HubSpotGateway(HubSpotApi api, Duration overlap, Clock clock) {
    this.api = api;
    this.facts = new HubSpotFacts(api);
    this.deals = new HubSpotDeals(api, facts);
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
    fields.put("name", "dealname");
    fields.put("account", "company.name");
    fields.put("industry", "company.industry");
    fields.put("company_size", "company.numberofemployees");
    fields.put("region", "company.country");
    fields.put("personas", "contacts.jobtitle");
    fields.put("sales_stage", "stage.label");
    fields.put("amount", "amount");
    fields.put("currency", "deal_currency_code");
    fields.put("owner", "owner.email");
    fields.put("created_on", "createdate");
    fields.put("closed_on", "closedate");
    fields.put("outcome", "stage.outcome");
    fields.put("loss_reason", "closed_lost_reason");
    fields.put("lead_source", "hs_analytics_source");
    fields.put("notes", "description");
    return fields;
  }

  @Override
  public List<CrmField> fields() {
    var fields = new ArrayList<CrmField>();
    fields.add(new CrmField("stage.label", "Deal stage (name)"));
    fields.add(new CrmField("stage.outcome", "Deal stage (open, won, lost)"));
    fields.add(new CrmField("pipeline.label", "Pipeline (name)"));
    fields.add(new CrmField("owner.email", "Deal owner (e-mail)"));
    fields.add(new CrmField("company.name", "Company name"));
    fields.add(new CrmField("company.industry", "Company industry"));
    fields.add(new CrmField("company.numberofemployees", "Company size"));
    fields.add(new CrmField("company.country", "Company country"));
    fields.add(new CrmField("contacts.jobtitle", "Contacts' job titles"));
    for (var property : HubSpotApi.results(api.get("/crm/v3/properties/deals"), "properties"))
      fields.add(
          new CrmField(CrmJson.text(property.path("name")), CrmJson.text(property.path("label"))));
    return fields;
  }

  @Override
  public CrmPage page(SyncCursor cursor, Set<String> fields) {
    return cursor.get("phase").filter("archived"::equals).isPresent()
        ? archived(cursor)
        : changed(cursor, fields);
  }

  private CrmPage changed(SyncCursor cursor, Set<String> fields) {
    var begun = cursor.get("began").isPresent() ? cursor : cursor.with("began", clock.instant());
    var answer = api.search(query(begun, fields));
    var found = HubSpotApi.results(answer, "deals");
    var refusals = new ArrayList<CrmRefusal>();
    var records = deals.complete(found, refusals);
    var after = CrmJson.text(answer.path("paging").path("next").path("after"));
    var next = after.isEmpty() || found.isEmpty() ? atTheEnd(begun) : onwards(begun, after, found);
    boolean complete = next.get("began").isEmpty();
    return new CrmPage(records, List.of(), refusals, next, complete, List.of());
  }

  /** The first scan of all needs not look for what is gone. */
  private SyncCursor atTheEnd(SyncCursor cursor) {
    return cursor.moment("since").isEmpty()
        ? nextScan(cursor)
        : cursor.with("phase", "archived").with("after", null).with("above", null);
  }

  private static SyncCursor onwards(SyncCursor cursor, String after, List<JsonNode> found) {
    if (number(after).intValue() + PAGE <= MOST_OF_A_SEARCH) return cursor.with("after", after);
    var last =
        found.stream()
            .map(deal -> number(CrmJson.text(deal.path("id"))))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    return cursor.with("after", null).with("above", last);
  }

  private static BigInteger number(String text) {
    try {
      return new BigInteger(text);
    } catch (NumberFormatException wrong) {
      throw CrmFailure.notUnderstood(LABEL + ": '" + text + "' where a number should be");
    }
  }

  private SyncCursor nextScan(SyncCursor cursor) {
    var began = cursor.moment("began").orElseGet(clock::instant);
    return SyncCursor.START.with("since", began.minus(overlap));
  }

  private static ObjectNode query(SyncCursor cursor, Set<String> fields) {
    var query = JsonMapper.shared().createObjectNode();
    var filters = query.putArray("filterGroups").addObject().putArray("filters");
    cursor
        .moment("since")
        .ifPresent(
            since ->
                filters
                    .addObject()
                    .put("propertyName", "hs_lastmodifieddate")
                    .put("operator", "GTE")
                    .put("value", String.valueOf(since.toEpochMilli())));
    filters
        .addObject()
        .put("propertyName", "hs_object_id")
        .put("operator", "GT")
        .put("value", cursor.get("above").orElse("0"));
    query
        .putArray("sorts")
        .addObject()
        .put("propertyName", "hs_object_id")
        .put("direction", "ASCENDING");
    var properties = query.putArray("properties");
    var wanted = new TreeSet<>(NEEDED);
    fields.stream().filter(field -> !field.contains(".")).forEach(wanted::add);
    wanted.forEach(properties::add);
    query.put("limit", PAGE);
    cursor.get("after").ifPresent(after -> query.put("after", after));
    return query;
  }

  private CrmPage archived(SyncCursor cursor) {
    var after = cursor.get("after").map(mark -> "&after=" + mark).orElse("");
    var answer = api.get("/crm/v3/objects/deals?archived=true&limit=" + PAGE + after);
    var removals = new ArrayList<CrmRemoval>();
    for (var deal : HubSpotApi.results(answer, "archived deals")) {
      var at = CrmJson.text(deal.path("archivedAt"));
      removals.add(
          new CrmRemoval(
              CrmJson.required(deal, "id", "an archived deal of HubSpot"),
              at.isEmpty() ? clock.instant() : CrmTimes.moment(at),
              null));
    }
    var next = CrmJson.text(answer.path("paging").path("next").path("after"));
    return next.isEmpty()
        ? CrmPage.ofRemovals(removals, nextScan(cursor), true)
        : CrmPage.ofRemovals(removals, cursor.with("after", next), false);
  }

  @Override
  public void addNote(String crmId, String text) {
    var note = JsonMapper.shared().createObjectNode();
    note.putObject("properties")
        .put("hs_timestamp", clock.instant().toString())
        .put("hs_note_body", text);
    var association = note.putArray("associations").addObject();
    association.putObject("to").put("id", crmId);
    association
        .putArray("types")
        .addObject()
        .put("associationCategory", "HUBSPOT_DEFINED")
        .put("associationTypeId", NOTE_TO_DEAL);
    var _ = api.post("/crm/v3/objects/notes", note);
  }
}
