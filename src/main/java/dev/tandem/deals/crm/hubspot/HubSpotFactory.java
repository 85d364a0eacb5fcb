package dev.tandem.deals.crm.hubspot;

import dev.tandem.deals.crm.CrmAccess;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmGatewayFactory;
import dev.tandem.deals.crm.CrmHttp;
import dev.tandem.deals.crm.SyncSettings;
import dev.tandem.shared.Pause;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Opens HubSpot by the access token of a private app. */
@Component
class HubSpotFactory implements CrmGatewayFactory {
  private static final URI SERVICE = URI.create("https://api.hubapi.com");

  private final SyncSettings settings;
  private final Pause pause;
  private final Clock clock;

  HubSpotFactory(SyncSettings settings, Pause pause, Clock clock) {
    this.settings = settings;
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "hubspot";
  }

  @Override
  public CrmGateway open(String source, CrmAccess access) {
    var token = access.required(access.token(), "token");
    var http =
        new CrmHttp(
            HubSpotGateway.LABEL,
            access.timeout(),
            pause,
            clock,
            () -> Map.of("Authorization", "Bearer " + token));
    var base = Objects.requireNonNullElse(access.url(), SERVICE);
    return new HubSpotGateway(new HubSpotApi(http, base), settings.overlap(), clock);
  }
}
