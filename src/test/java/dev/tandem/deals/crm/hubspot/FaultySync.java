package dev.tandem.deals.crm.hubspot;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.crm.Access;
import dev.tandem.deals.crm.DealSync;
import dev.tandem.deals.crm.FakeDeal;
import dev.tandem.deals.crm.SyncAlone;
import dev.tandem.deals.crm.SyncReport.Counts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Syncs many deals from a played HubSpot that fails in every way a few times in a hundred answers,
 * and now and then for so long that the run breaks off; then compares deal by deal.
 */
public final class FaultySync implements AutoCloseable {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final int LONG_OUTAGE = 6;

  public final HubSpotServer hubspot = new HubSpotServer();
  public final Map<String, Integer> faults = new HashMap<>();
  private final SyncAlone program;
  private final Random random = new Random(7);
  private int outage;

  /**
   * @param outcome of all runs together
   * @param runs how many it took; all but the last broke off
   * @param missing deals of HubSpot that Tandem lacks
   * @param surplus deals that Tandem has and HubSpot does not
   * @param different deals that are not as HubSpot has them
   */
  public record Result(Counts outcome, int runs, int missing, int surplus, int different) {}

  public FaultySync(Path home, DataSource database, int deals) {
    for (int i = 0; i < deals; i++) hubspot.put(FakeDeal.of(i, NOW.minusSeconds(deals - i)));
    var access = Access.web("hubspot", hubspot.url(), "secret-token");
    program =
        new SyncAlone(
            home, database, SyncAlone.settings("crm", access), Clock.fixed(NOW, ZoneOffset.UTC));
    hubspot.chaos = number -> fault();
  }

  private @Nullable ResponseDefinitionBuilder fault() {
    if (outage > 0) {
      outage--;
      return said("503, for long", WireMock.aResponse().withStatus(503));
    }
    int dice = random.nextInt(1_000);
    if (dice < 10)
      return said("429", WireMock.aResponse().withStatus(429).withHeader("Retry-After", "1"));
    if (dice < 20) return said("500", WireMock.aResponse().withStatus(500).withBody("<html>"));
    if (dice < 30)
      return said("half an answer", WireMock.aResponse().withBody("{\"total\":7,\"results\":[{"));
    if (dice < 36)
      return said("reset", WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    if (dice < 39) {
      outage = LONG_OUTAGE;
      return said("503, for long", WireMock.aResponse().withStatus(503));
    }
    return null;
  }

  private ResponseDefinitionBuilder said(String name, ResponseDefinitionBuilder fault) {
    faults.merge(name, 1, Integer::sum);
    return fault;
  }

  /** Runs until a run comes to its end, then compares. */
  public Result toTheEnd(LongConsumer progress) {
    var all = Counts.NONE;
    for (int runs = 1; ; runs++) {
      var before = all;
      var report =
          program
              .get(DealSync.class)
              .run("crm", false, done -> progress.accept(before.all() + done))
              .orElseThrow();
      all = all.plus(report.counts());
      if (report.failure() == null) return compared(all, runs);
      if (runs > 10_000) throw new IllegalStateException("it never ends: " + report.failure());
    }
  }

  private Result compared(Counts counts, int runs) {
    int missing = 0;
    int different = 0;
    var opportunities = program.get(Opportunities.class);
    for (var deal : hubspot.deals.values()) {
      var here = opportunities.find(new OpportunityId(deal.id()));
      if (here.isEmpty()) missing++;
      else if (!same(deal, here.get())) different++;
    }
    int all = opportunities.all().size();
    return new Result(counts, runs, missing, all - hubspot.deals.size() + missing, different);
  }

  private static boolean same(FakeDeal there, Opportunity here) {
    var amount = here.amount();
    boolean sameAmount =
        there.amount().isEmpty()
            ? amount == null
            : amount != null && amount.amount().compareTo(new BigDecimal(there.amount())) == 0;
    return here.name().equals(there.name())
        && Objects.equals(here.account(), there.account())
        && Objects.equals(here.salesStage(), there.stage())
        && sameAmount;
  }

  @Override
  public void close() {
    program.close();
    hubspot.close();
  }
}
