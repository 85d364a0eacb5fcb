package dev.tandem.deals;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes deals out as {@link DealImport} reads them in. A file is there whole or not at all. */
@Component
public class DealExport {
  private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

  private final Opportunities opportunities;

  DealExport(Opportunities opportunities) {
    this.opportunities = opportunities;
  }

  /** The shape of the file. */
  public enum Format {
    CSV,
    JSONL
  }

  /** Writes all deals and returns how many they are. */
  public int write(Path file, Format format) throws IOException {
    var deals = opportunities.all();
    write(
        file,
        writer -> {
          if (format == Format.CSV) writeCsv(deals, writer);
          else
            for (var deal : deals) {
              writer.write(JsonMapper.shared().writeValueAsString(DealJson.of(deal, null)));
              writer.write('\n');
            }
        });
    return deals.size();
  }

  private static void writeCsv(List<Opportunity> deals, BufferedWriter writer) throws IOException {
    try (var csv = new CSVPrinter(writer, CSV)) {
      csv.printRecord(DealRow.COLUMNS);
      for (var deal : deals) csv.printRecord(cells(DealJson.of(deal, null)));
    }
  }

  private static List<@Nullable Object> cells(DealJson deal) {
    return new ArrayList<>(
        Arrays.asList(
            deal.id(),
            deal.name(),
            deal.account(),
            deal.industry(),
            deal.companySize(),
            deal.region(),
            joined(deal.personas()),
            deal.salesStage(),
            deal.journeyStage(),
            joined(deal.competitors()),
            joined(deal.products()),
            deal.amount() == null ? null : deal.amount().toPlainString(),
            deal.currency(),
            deal.owner(),
            deal.createdOn(),
            deal.closedOn(),
            deal.outcome(),
            deal.lossReason(),
            deal.leadSource(),
            deal.notes()));
  }

  private static String joined(@Nullable List<String> labels) {
    return labels == null ? "" : String.join("|", labels);
  }

  /** Writes the stages all deals went through and returns how many moments they are. */
  public int writeHistory(Path file) throws IOException {
    var ids = opportunities.all().stream().map(Opportunity::id).toList();
    var moments =
        opportunities.stageHistories(ids).values().stream().flatMap(List::stream).toList();
    write(
        file,
        writer -> {
          try (var csv = new CSVPrinter(writer, CSV)) {
            csv.printRecord("deal_id", "sales_stage", "entered_on");
            for (var moment : moments)
              csv.printRecord(
                  moment.deal(), moment.salesStage(), moment.enteredOn().atOffset(ZoneOffset.UTC));
          }
        });
    return moments.size();
  }

  private interface Content {
    void writeTo(BufferedWriter writer) throws IOException;
  }

  private static void write(Path file, Content content) throws IOException {
    var whole = file.toAbsolutePath();
    var part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      try (var writer = Files.newBufferedWriter(part)) {
        content.writeTo(writer);
      }
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
