package dev.tandem.deals.crm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CRM whose pages a test lays out one by one; its cursor is the number of the next page. */
final class CrmInMemory implements CrmGateway {
  final List<CrmPage> pages = new ArrayList<>();
  final List<SyncCursor> taken = new ArrayList<>();

  final List<String> notes = new ArrayList<>();

  /** What comes of the next note, or null. */
  @Nullable RuntimeException refusal;

  /** Reading this page fails. */
  int broken = -1;

  CrmInMemory page(CrmRecord... records) {
    return page(List.of(records), List.of());
  }

  CrmInMemory page(List<CrmRecord> records, List<CrmRemoval> removals) {
    var next = SyncCursor.START.with("page", pages.size() + 1);
    pages.add(new CrmPage(records, removals, List.of(), next, false, List.of()));
    return this;
  }

  @Override
  public CrmPage page(SyncCursor cursor, Set<String> fields) {
    int number = cursor.get("page").map(Integer::parseInt).orElse(0);
    if (number == broken) throw CrmFailure.unreachable("no answer", null);
    return number < pages.size() ? pages.get(number) : CrmPage.of(List.of(), cursor, true);
  }

  @Override
  public void taken(SyncCursor cursor) {
    taken.add(cursor);
  }

  @Override
  public void addNote(String crmId, String text) {
    if (refusal != null) throw refusal;
    notes.add(crmId + ": " + text);
  }

  @Override
  public Map<String, String> usualFields() {
    var fields = new LinkedHashMap<String, String>();
    for (var column :
        List.of(
            "name",
            "sales_stage",
            "amount",
            "currency",
            "closed_on",
            "created_on",
            "outcome",
            "personas",
            "owner",
            "notes")) fields.put(column, "crm_" + column);
    return fields;
  }

  @Override
  public List<CrmField> fields() {
    return usualFields().values().stream().map(name -> new CrmField(name, name)).toList();
  }

  @Override
  public String label() {
    return "the test's CRM";
  }
}
