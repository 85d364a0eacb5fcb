package dev.tandem.deals.crm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which CRMs deals come from. Secrets come from the environment or a file that only the operator
 * reads; no view, log or report shows them.
 *
 * @param every how long after a run the next one starts; at least 10 seconds
 * @param overlap how much earlier than the last scan the next one begins, against clocks that
 *     differ and searches that lag behind; 0 to 1 day
 * @param currency ISO 4217 code that amounts are converted to where there is a rate; null keeps
 *     every amount in its own
 * @param rates CSV file {@code date,from,to,rate}; null takes {@code data/exchange-rates.csv} of
 *     the home if it is there
 * @param sources by name: letters, digits and hyphens
 */
@ConfigurationProperties("tandem.sync")
public record SyncSettings(
    @DefaultValue("15m") Duration every,
    @DefaultValue("10m") Duration overlap,
    @Nullable String currency,
    @Nullable Path rates,
    @DefaultValue Map<String, CrmAccess> sources) {
  public SyncSettings {
    if (every.compareTo(Duration.ofSeconds(10)) < 0)
      throw new IllegalArgumentException("tandem.sync.every must be at least 10s");
    if (overlap.isNegative() || overlap.compareTo(Duration.ofDays(1)) > 0)
      throw new IllegalArgumentException("tandem.sync.overlap must be between 0 and 1 day");
    sources = Map.copyOf(sources);
    for (var name : sources.keySet())
      if (!name.matches("[A-Za-z0-9][A-Za-z0-9-]{0,59}"))
        throw new IllegalArgumentException(
            "tandem.sync.sources: '" + name + "' is no name of letters, digits and hyphens");
  }
}
