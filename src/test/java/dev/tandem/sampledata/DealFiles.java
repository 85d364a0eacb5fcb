package dev.tandem.sampledata;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Deals and their stage history as CSV. */
final class DealFiles {
  private static final String COLUMNS =
      "id,name,account,industry,company_size,region,personas,sales_stage,journey_stage,competitors,"
          + "products,amount,currency,owner,created_on,closed_on,outcome,loss_reason,lead_source,"
          + "notes";

  private DealFiles() {}

  static String deals(List<Deal> deals) throws IOException {
    var text = new StringBuilder();
    try (var rows = new CSVPrinter(text, format(COLUMNS))) {
      for (var deal : deals)
        rows.printRecord(
            deal.id(),
            deal.name(),
            deal.account(),
            deal.industry(),
            deal.companySize(),
            deal.region(),
            String.join("|", deal.personas()),
            deal.history().getLast().salesStage(),
            "",
            String.join("|", deal.competitors()),
            String.join("|", deal.products()),
            deal.amount(),
            deal.currency(),
            deal.owner(),
            deal.createdOn(),
            deal.closedOn().map(Object::toString).orElse(""),
            deal.outcome(),
            deal.lossReason(),
            deal.leadSource(),
            deal.notes());
    }
    return text.toString();
  }

  static String history(List<Deal> deals) throws IOException {
    var text = new StringBuilder();
    try (var rows = new CSVPrinter(text, format("deal_id,sales_stage,entered_on"))) {
      for (var deal : deals)
        for (var moment : deal.history())
          rows.printRecord(deal.id(), moment.salesStage(), moment.enteredOn());
    }
    return text.toString();
  }

  private static CSVFormat format(String columns) {
    return CSVFormat.DEFAULT.builder().setRecordSeparator('\n').setHeader(columns.split(",")).get();
  }
}
