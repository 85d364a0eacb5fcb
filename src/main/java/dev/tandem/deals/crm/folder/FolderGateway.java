package dev.tandem.deals.crm.folder;

import dev.tandem.deals.DealReading;
import dev.tandem.deals.crm.CrmField;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmPage;
import dev.tandem.deals.crm.CrmPage.CrmRefusal;
import dev.tandem.deals.crm.CrmRecord;
import dev.tandem.deals.crm.CrmRecord.StagePassed;
import dev.tandem.deals.crm.CrmRemoval;
import dev.tandem.deals.crm.CrmTimes;
import dev.tandem.deals.crm.SyncCursor;
import dev.tandem.shared.CsvTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads dropped files one after the other, some rows a page. The columns are those of the deals
 * file or any others, mapped like the fields of a CRM. Two more are understood: {@code modified_at}
 * (else a row is as old as its file) and {@code deleted} ({@code true}, {@code yes} or {@code 1}
 * removes the deal; {@code merged_into} names the one that took it over).
 */
final class FolderGateway implements CrmGateway {
  private static final int PAGE = 500;

  private final DroppedFiles files;
  private final Path folder;

  FolderGateway(Path folder, Clock clock) {
    this.files = new DroppedFiles(folder, clock);
    this.folder = folder;
  }

  @Override
  public String label() {
    return "the folder " + folder.getFileName();
  }

  @Override
  public Map<String, String> usualFields() {
    var fields = new LinkedHashMap<String, String>();
    for (var column : DealReading.columns()) if (!column.equals("id")) fields.put(column, column);
    return fields;
  }

  @Override
  public List<CrmField> fields() {
    var name = files.firstAfter("").or(files::lastDone);
    var columns = new ArrayList<>(DealReading.columns());
    if (name.isPresent())
      try (var table = CsvTable.open(files.resolve(name.get()))) {
        table.columns().stream().filter(it -> !columns.contains(it)).forEach(columns::add);
      } catch (IOException unreadable) {
        return List.of(); // said when it is read
      }
    return columns.stream().map(column -> new CrmField(column, column)).toList();
  }

  @Override
  public List<CrmRecord> sample(Set<String> fields) {
    var name = files.firstAfter("").or(files::lastDone);
    return name.isEmpty() ? List.of() : read(name.get(), 0).records();
  }

  @Override
  public CrmPage page(SyncCursor cursor, Set<String> fields) {
    var going = cursor.get("file").filter(files::isThere);
    var behind = cursor.get("finished").orElse("");
    var name = going.or(() -> files.firstAfter(behind));
    if (name.isEmpty()) return CrmPage.of(List.of(), SyncCursor.START, true);
    long from = going.isPresent() ? cursor.get("row").map(Long::parseLong).orElse(0L) : 0;
    return read(name.get(), from);
  }

  /** A file moves away only when all its rows are stored. */
  @Override
  public void taken(SyncCursor cursor) {
    var name = cursor.get("finished");
    var broken = cursor.get("broken");
    if (name.isEmpty()) return;
    if (broken.isPresent()) files.reject(name.get(), broken.get());
    else files.done(name.get());
  }

  @Override
  public boolean writesPlainNumbers() {
    return false;
  }

  private CrmPage read(String name, long from) {
    var records = new ArrayList<CrmRecord>();
    var removals = new ArrayList<CrmRemoval>();
    var refusals = new ArrayList<CrmRefusal>();
    var notes = new ArrayList<String>();
    String broken = null;
    long row = 0;
    boolean more = false;
    try (var table = CsvTable.open(files.resolve(name))) {
      boolean history = table.columns().contains("deal_id");
      if (!history && !table.columns().contains("id"))
        throw new IOException("no column 'id'; it has " + String.join(", ", table.columns()));
      if (table.inWesternCodePage()) notes.add(name + " is not UTF-8; read as Windows-1252");
      var changed = Files.getLastModifiedTime(files.resolve(name)).toInstant();
      for (var line : table) {
        if (row++ < from) continue;
        if (history) passed(line, name, records, refusals);
        else take(line, table, changed, name, records, removals, refusals);
        if (row - from == PAGE) {
          more = true;
          break;
        }
      }
    } catch (IOException | UncheckedIOException unreadable) {
      broken = String.valueOf(unreadable.getMessage());
      refusals.add(new CrmRefusal(name, "", broken));
      more = false;
    }
    var next =
        more
            ? SyncCursor.START.with("file", name).with("row", row)
            : SyncCursor.START.with("finished", name).with("broken", broken);
    return new CrmPage(records, removals, refusals, next, false, notes);
  }

  /** A row of a file of stage history: {@code deal_id,sales_stage,entered_on}. */
  private static void passed(
      CsvTable.Row line, String file, List<CrmRecord> records, List<CrmRefusal> refusals) {
    var deal = line.get("deal_id").orElse("");
    try {
      var at =
          CrmTimes.moment(
              line.get("entered_on")
                  .orElseThrow(() -> new IllegalArgumentException("no entered_on")));
      var stage =
          line.get("sales_stage").orElseThrow(() -> new IllegalArgumentException("no sales_stage"));
      if (deal.isEmpty()) throw new IllegalArgumentException("no deal_id");
      var passed = List.of(new StagePassed(stage, at));
      records.add(new CrmRecord(deal, at, Map.of(), passed, Set.of()));
    } catch (IllegalArgumentException wrong) {
      var where = file + " row " + line.number();
      refusals.add(
          new CrmRefusal(deal.isEmpty() ? where : deal, "", where + ": " + wrong.getMessage()));
    }
  }

  private static void take(
      CsvTable.Row line,
      CsvTable table,
      Instant changed,
      String file,
      List<CrmRecord> records,
      List<CrmRemoval> removals,
      List<CrmRefusal> refusals) {
    var where = file + " row " + line.number();
    var id = line.get("id").orElse("");
    try {
      if (id.isEmpty()) throw new IllegalArgumentException("no id");
      if (line.surplus() > 0)
        throw new IllegalArgumentException(
            line.surplus() + " cells more than columns; quote cells that hold a separator");
      var modified = line.get("modified_at").map(CrmTimes::moment).orElse(changed);
      if (line.get("deleted").orElse("").matches("(?i)true|yes|1")) {
        removals.add(new CrmRemoval(id, modified, line.get("merged_into").orElse(null)));
        return;
      }
      if (table.separator() == ';' && line.get("amount").orElse("").matches("\\d{1,3},\\d{3}"))
        throw new IllegalArgumentException(
            "amount can be read in two ways; write it without thousands separators");
      var values = new LinkedHashMap<String, String>();
      for (var column : table.columns()) values.put(column, line.get(column).orElse(""));
      records.add(new CrmRecord(id, modified, values));
    } catch (IllegalArgumentException wrong) {
      refusals.add(
          new CrmRefusal(id.isEmpty() ? where : id, "", where + ": " + wrong.getMessage()));
    }
  }
}
