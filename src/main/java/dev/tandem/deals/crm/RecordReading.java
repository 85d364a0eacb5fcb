package dev.tandem.deals.crm;

import dev.tandem.deals.DealReading;
import dev.tandem.deals.DealReading.Unreadable;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From a record of a CRM to a deal. */
@Component
class RecordReading {
  private final DealReading reading;

  RecordReading(DealReading reading) {
    this.reading = reading;
  }

  /** The record in the words of the deals file, as {@link #read} takes them. */
  Map<String, String> cells(CrmRecord record, SyncJob job) {
    var cells = new LinkedHashMap<>(job.mapping().apply(record, job.zone(), job.plainNumbers()));
    cells.computeIfPresent("personas", (column, titles) -> personas(titles, job));
    cells.computeIfPresent("owner", (column, name) -> name.isBlank() ? "" : job.owners().of(name));
    var code = job.defaultCurrency();
    if (code != null && !cells.getOrDefault("amount", "").isBlank()) {
      if (cells.getOrDefault("currency", "").isBlank()) cells.put("currency", code);
    }
    return cells;
  }

  /**
   * @param stored what is known of the deal so far
   * @throws Unreadable naming the column that is wrong
   * @throws IllegalArgumentException when a date is wrong
   */
  Opportunity read(CrmRecord record, @Nullable Opportunity stored, SyncJob job) throws Unreadable {
    var cells = cells(record, job);
    var deal = reading.read(cells, stored, !job.dry(), job.notes()::add);
    if (deal.outcome() == Outcome.OPEN && deal.closedOn() != null) {
      // for an open deal CRMs keep the day it is expected to close, which is no fact yet
      cells.put("closed_on", "");
      deal = reading.read(cells, stored, !job.dry(), job.notes()::add);
    }
    return converted(deal, record, job);
  }

  private static Opportunity converted(Opportunity deal, CrmRecord record, SyncJob job) {
    var amount = deal.amount();
    var currency = job.currency();
    if (amount == null || currency == null) return deal;
    var day =
        deal.closedOn() != null
            ? deal.closedOn()
            : record.modifiedAt().atZone(job.zone()).toLocalDate();
    var converted = job.rates().convert(amount, currency, day);
    if (converted.isEmpty())
      job.notes()
          .add(
              "no rate from %s to %s: such amounts stay in %s"
                  .formatted(amount.currency(), currency, amount.currency()));
    return deal.withAmount(converted.orElse(amount));
  }

  /** Job titles are as many as people: only those that the vocabulary knows make a persona. */
  private String personas(String titles, SyncJob job) {
    var known = new ArrayList<String>();
    for (var title : titles.split("\\|", -1)) {
      if (title.isBlank()) continue;
      var persona = reading.persona(title.strip());
      if (persona.isEmpty())
        job.notes()
            .add(
                "the vocabulary of personas does not know “"
                    + title.strip()
                    + "”; it was left out");
      else if (!known.contains(persona.get())) known.add(persona.get());
    }
    return String.join("|", known);
  }
}
