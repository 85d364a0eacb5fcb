package dev.tandem.deals.crm;

import dev.tandem.deals.DealReading.Unreadable;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.crm.SyncReport.Notes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows on real records what a mapping would make of them; writes nothing. */
@Component
public class SyncPreview {
  private final DealSync sync;
  private final RecordReading reading;
  private final Opportunities opportunities;

  SyncPreview(DealSync sync, RecordReading reading, Opportunities opportunities) {
    this.sync = sync;
    this.reading = reading;
    this.opportunities = opportunities;
  }

  /** Some of the CRM's records, with all fields that may be chosen. */
  public List<CrmRecord> records(CrmGateway gateway, Set<String> fields, int limit) {
    return gateway.sample(new HashSet<>(fields)).stream().limit(limit).toList();
  }

  /** What the mapping makes of them. */
  public List<Row> show(
      String source, CrmGateway gateway, FieldMapping mapping, List<CrmRecord> records) {
    var job = sync.job(source, mapping, gateway.writesPlainNumbers(), true, new Notes());
    var rows = new ArrayList<Row>();
    for (var record : records) rows.add(row(record, job));
    return rows;
  }

  private Row row(CrmRecord record, SyncJob job) {
    Map<String, String> cells = Map.of();
    try {
      cells = reading.cells(record, job);
      var stored = opportunities.find(new OpportunityId(record.id())).orElse(null);
      return new Row(record.id(), cells, reading.read(record, stored, job), null);
    } catch (Unreadable wrong) {
      return new Row(record.id(), cells, null, wrong.column() + ": " + wrong.getMessage());
    } catch (FieldMapping.WrongValue wrong) {
      return new Row(record.id(), cells, null, wrong.column + ": " + wrong.getMessage());
    } catch (IllegalArgumentException wrong) {
      return new Row(record.id(), cells, null, wrong.getMessage());
    }
  }

  /**
   * @param cells in the words of the deals file
   * @param deal what would be stored, or null
   * @param problem why it would not be taken, or null
   */
  public record Row(
      String crmId,
      Map<String, String> cells,
      @Nullable Opportunity deal,
      @Nullable String problem) {
    public Row {
      cells = Map.copyOf(cells);
    }
  }
}
