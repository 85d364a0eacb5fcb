package dev.tandem.deals.crm;

import dev.tandem.deals.crm.SyncReport.Notes;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all pages of one run.
 *
 * @param plainNumbers whether amounts are as programs write them
 * @param currency to convert amounts to; null keeps them
 * @param defaultCurrency code of amounts that name none; null for the program's own
 */
record SyncJob(
    String source,
    FieldMapping mapping,
    ZoneId zone,
    boolean plainNumbers,
    ExchangeRates rates,
    @Nullable Currency currency,
    @Nullable String defaultCurrency,
    OwnerNames owners,
    boolean dry,
    Notes notes) {}
