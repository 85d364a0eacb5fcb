package dev.tandem.deals.crm.salesforce;

import dev.tandem.deals.crm.CrmAccess;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmGatewayFactory;
import dev.tandem.deals.crm.CrmHttp;
import dev.tandem.deals.crm.SyncSettings;
import dev.tandem.shared.Pause;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens Salesforce by an OAuth client; the url is the company's own domain there. */
@Component
class SalesforceFactory implements CrmGatewayFactory {
  private final SyncSettings settings;
  private final Pause pause;
  private final Clock clock;

  SalesforceFactory(SyncSettings settings, Pause pause, Clock clock) {
    this.settings = settings;
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "salesforce";
  }

  @Override
  public CrmGateway open(String source, CrmAccess access) {
    var url = access.required(access.url(), "url");
    var label = SalesforceGateway.LABEL;
    var login = new CrmHttp(label, access.timeout(), pause, clock, Map::of);
    var session = new SalesforceSession(login, url, access, clock);
    var http =
        new CrmHttp(
            label,
            access.timeout(),
            pause,
            clock,
            () ->
                Map.of(
                    "Authorization",
                    "Bearer " + session.access().token(),
                    "Sforce-Query-Options",
                    "batchSize=500"),
            session::forget);
    return new SalesforceGateway(http, session, settings.overlap(), clock);
  }
}
