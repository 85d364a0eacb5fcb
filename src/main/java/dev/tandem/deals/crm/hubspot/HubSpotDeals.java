package dev.tandem.deals.crm.hubspot;

import dev.tandem.deals.crm.CrmJson;
import dev.tandem.deals.crm.CrmPage.CrmRefusal;
import dev.tandem.deals.crm.CrmRecord;
import dev.tandem.deals.crm.CrmRecord.StagePassed;
import dev.tandem.deals.crm.CrmTimes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Completes the deals of a search by their history, company, contacts, owner and stage names. */
final class HubSpotDeals {
  private static final List<String> OF_COMPANIES =
      List.of("name", "industry", "numberofemployees", "country");
  private static final List<String> OF_CONTACTS = List.of("jobtitle");

  private final HubSpotApi api;
  private final HubSpotFacts facts;

  HubSpotDeals(HubSpotApi api, HubSpotFacts facts) {
    this.api = api;
    this.facts = facts;
  }

  /**
   * @param refusals takes the deals that cannot be read
   */
  List<CrmRecord> complete(List<JsonNode> deals, Collection<CrmRefusal> refusals) {
    var ids = deals.stream().map(deal -> CrmJson.text(deal.path("id"))).distinct().toList();
    if (ids.isEmpty()) return List.of();
    var histories = api.stageHistories(ids);
    var companiesOf = api.associated(ids, "companies");
    var contactsOf = api.associated(ids, "contacts");
    var companies = api.properties(all(companiesOf), "companies", OF_COMPANIES);
    var contacts = api.properties(all(contactsOf), "contacts", OF_CONTACTS);
    var records = new ArrayList<CrmRecord>();
    for (var deal : deals) {
      var id = CrmJson.text(deal.path("id"));
      try {
        var values = values(deal);
        company(companiesOf.getOrDefault(id, List.of()), companies, values);
        values.put(
            "contacts.jobtitle", jobTitles(contactsOf.getOrDefault(id, List.of()), contacts));
        var modified = CrmTimes.moment(CrmJson.text(deal.path("updatedAt")));
        var passed = passed(histories.getOrDefault(id, List.of()));
        records.add(new CrmRecord(id, modified, values, passed, absorbed(values)));
      } catch (IllegalArgumentException wrong) {
        refusals.add(
            new CrmRefusal(id.isEmpty() ? "?" : id, "", String.valueOf(wrong.getMessage())));
      }
    }
    return records;
  }

  private Map<String, String> values(JsonNode deal) {
    var values = new LinkedHashMap<String, String>();
    deal.path("properties")
        .properties()
        .forEach(property -> values.put(property.getKey(), CrmJson.text(property.getValue())));
    var stage = facts.stages().get(values.getOrDefault("dealstage", ""));
    values.put("stage.label", stage == null ? values.getOrDefault("dealstage", "") : stage.label());
    values.put("stage.outcome", stage == null ? "" : stage.outcome());
    values.put("pipeline.label", stage == null ? "" : stage.pipeline());
    var owner = values.getOrDefault("hubspot_owner_id", "");
    values.put("owner.email", owner.isEmpty() ? "" : facts.owners().getOrDefault(owner, ""));
    return values;
  }

  private static void company(
      List<String> ids, Map<String, JsonNode> companies, Map<String, String> values) {
    // the first association is the primary one
    var company = ids.stream().map(companies::get).filter(Objects::nonNull).findFirst();
    for (var name : OF_COMPANIES)
      values.put("company." + name, company.map(it -> CrmJson.text(it.path(name))).orElse(""));
    values.computeIfPresent("company.industry", (name, value) -> words(value));
  }

  /** HubSpot writes industries as {@code COMPUTER_SOFTWARE}. */
  private static String words(String constant) {
    if (!constant.matches("[A-Z0-9_&]+")) return constant;
    var lower = constant.toLowerCase(Locale.ROOT).replace('_', ' ').strip();
    return lower.isEmpty()
        ? ""
        : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
  }

  private static String jobTitles(List<String> ids, Map<String, JsonNode> contacts) {
    var titles = new LinkedHashSet<String>();
    for (var id : ids) {
      var contact = contacts.get(id);
      var title = contact == null ? "" : CrmJson.text(contact.path("jobtitle")).replace('|', '/');
      if (!title.isBlank()) titles.add(title.strip());
    }
    return String.join("|", titles);
  }

  private List<StagePassed> passed(List<JsonNode> history) {
    var passed = new ArrayList<StagePassed>();
    for (var moment : history) {
      var id = CrmJson.text(moment.path("value"));
      if (id.isEmpty()) continue;
      var stage = facts.stages().get(id);
      passed.add(
          new StagePassed(
              stage == null ? id : stage.label(),
              CrmTimes.moment(CrmJson.text(moment.path("timestamp")))));
    }
    return passed;
  }

  private static Set<String> absorbed(Map<String, String> values) {
    var ids = new TreeSet<String>();
    for (var id : values.getOrDefault("hs_merged_object_ids", "").split(";", -1))
      if (!id.isBlank()) ids.add(id.strip());
    return ids;
  }

  private static Set<String> all(Map<String, List<String>> byDeal) {
    var all = new LinkedHashSet<String>();
    byDeal.values().forEach(all::addAll);
    return all;
  }
}
