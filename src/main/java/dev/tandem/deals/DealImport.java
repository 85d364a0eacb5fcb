package dev.tandem.deals;

import dev.tandem.deals.ImportReport.RowProblem;
import dev.tandem.deals.Opportunities.StageMoment;
import dev.tandem.shared.CsvTable;
import dev.tandem.taxonomy.Taxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Brings deals in from CSV files. A row that cannot be understood is reported and left out, the
 * rest is taken; a deal that is known already is replaced, so that importing again changes nothing.
 */
@Component
public class DealImport {
  private static final int BATCH = 500;

  private final Opportunities opportunities;
  private final Taxonomy taxonomy;
  private final Currency currency;

  DealImport(
      Opportunities opportunities,
      Taxonomy taxonomy,
      @Value("${tandem.deals.currency:EUR}") String currency) {
    this.opportunities = opportunities;
    this.taxonomy = taxonomy;
    this.currency = MoneyReading.currency(currency);
  }

  /**
   * Reads a file of deals and, if there is one, the file of the stages they went through.
   *
   * @param progress told the number of rows that are done, now and then
   * @throws IOException when a file cannot be read or lacks its {@code id} column; what was read
   *     before stays
   */
  public ImportReport run(Path deals, @Nullable Path stageHistory, LongConsumer progress)
      throws IOException {
    var session = new Session(progress);
    session.readDeals(deals);
    if (stageHistory != null) session.readHistory(stageHistory);
    return session.report();
  }

  private final class Session {
    private final LongConsumer progress;
    private final List<RowProblem> rejected = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Map<Receipt, Integer> receipts = new HashMap<>();
    private int history;
    private long rows;

    Session(LongConsumer progress) {
      this.progress = progress;
    }

    void readDeals(Path file) throws IOException {
      var batch = new ArrayList<Opportunity>();
      try (var table = open(file, DealRow.COLUMNS, List.of("id"))) {
        var firstRow = new HashMap<OpportunityId, Long>();
        for (var row : table) {
          try {
            var id = DealRow.id(row::get);
            var earlier = firstRow.putIfAbsent(id, row.number());
            if (earlier != null)
              throw new DealRow.Refused("id", id + " stands in row " + earlier + " already");
            surplus(row);
            var stored = opportunities.find(id).orElse(null);
            batch.add(
                new DealRow(row::get, table.columns(), stored, notes::add)
                    .read(taxonomy, table.separator() == ';', currency));
          } catch (DealRow.Refused refused) {
            refuse(file, row, refused);
          }
          if (batch.size() == BATCH) take(batch);
          progress.accept(++rows);
        }
      } catch (UncheckedIOException broken) {
        throw unreadable(file, broken);
      } finally {
        take(batch);
      }
    }

    private static IOException unreadable(Path file, UncheckedIOException broken) {
      return new IOException(file + " cannot be read further: " + broken.getMessage(), broken);
    }

    private void take(List<Opportunity> batch) {
      opportunities.receiveAll(batch).forEach(receipt -> receipts.merge(receipt, 1, Integer::sum));
      batch.clear();
    }

    void readHistory(Path file) throws IOException {
      var columns = List.of("deal_id", "sales_stage", "entered_on");
      var batch = new ArrayList<StageMoment>();
      try (var table = open(file, columns, columns)) {
        var known = new HashMap<OpportunityId, Boolean>();
        for (var row : table) {
          try {
            batch.add(moment(row, known));
          } catch (DealRow.Refused refused) {
            refuse(file, row, refused);
          }
          if (batch.size() == BATCH) takeHistory(batch);
          progress.accept(++rows);
        }
      } catch (UncheckedIOException broken) {
        throw unreadable(file, broken);
      } finally {
        takeHistory(batch);
      }
    }

    private void takeHistory(List<StageMoment> batch) {
      if (!batch.isEmpty()) history += opportunities.addHistory(List.copyOf(batch));
      batch.clear();
    }

    private StageMoment moment(CsvTable.Row row, Map<OpportunityId, Boolean> known)
        throws DealRow.Refused {
      try {
        var deal = new OpportunityId(cell(row, "deal_id"));
        if (!known.computeIfAbsent(deal, id -> opportunities.find(id).isPresent()))
          throw new DealRow.Refused("deal_id", "no deal " + deal + " is known");
        var stage = cell(row, "sales_stage");
        if (stage.length() > 200 || stage.chars().anyMatch(Character::isISOControl))
          throw new DealRow.Refused("sales_stage", "longer than 200 characters or not plain text");
        return new StageMoment(deal, stage, instant(cell(row, "entered_on")));
      } catch (IllegalArgumentException wrong) {
        throw new DealRow.Refused("deal_id", String.valueOf(wrong.getMessage()));
      }
    }

    private static String cell(CsvTable.Row row, String column) throws DealRow.Refused {
      return row.get(column).orElseThrow(() -> new DealRow.Refused(column, "missing"));
    }

    private static Instant instant(String text) throws DealRow.Refused {
      try {
        return text.length() > 10
            ? OffsetDateTime.parse(text).toInstant()
            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeParseException wrong) {
        throw new DealRow.Refused("entered_on", "'" + text + "' is no ISO date such as 2026-01-31");
      }
    }

    private CsvTable open(Path file, List<String> known, List<String> required) throws IOException {
      var table = CsvTable.open(file);
      for (var column : required)
        if (!table.columns().contains(column)) {
          table.close();
          throw new IOException(
              file
                  + " has no column '"
                  + column
                  + "'; it has "
                  + String.join(", ", table.columns()));
        }
      for (var column : table.columns())
        if (!known.contains(column))
          notes.add(file.getFileName() + ": column '" + column + "' is not known and was left out");
      if (table.inWesternCodePage())
        notes.add(file.getFileName() + " is not UTF-8; it was read as Windows-1252");
      return table;
    }

    private void surplus(CsvTable.Row row) throws DealRow.Refused {
      if (row.surplus() > 0)
        throw new DealRow.Refused(
            "", row.surplus() + " cells more than columns; quote cells that hold a separator");
    }

    private void refuse(Path file, CsvTable.Row row, DealRow.Refused refused) {
      rejected.add(
          new RowProblem(
              String.valueOf(file.getFileName()),
              row.number(),
              refused.column,
              String.valueOf(refused.getMessage())));
    }

    ImportReport report() {
      return new ImportReport(
          receipts.getOrDefault(Receipt.ADDED, 0),
          receipts.getOrDefault(Receipt.CHANGED, 0),
          receipts.getOrDefault(Receipt.UNCHANGED, 0),
          history,
          rejected,
          List.copyOf(notes));
    }
  }
}
