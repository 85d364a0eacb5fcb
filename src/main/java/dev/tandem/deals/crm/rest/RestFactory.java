package dev.tandem.deals.crm.rest;

import dev.tandem.deals.crm.CrmAccess;
import dev.tandem.deals.crm.CrmFailure;
import dev.tandem.deals.crm.CrmGateway;
import dev.tandem.deals.crm.CrmGatewayFactory;
import dev.tandem.deals.crm.CrmHttp;
import dev.tandem.deals.crm.SyncSettings;
import dev.tandem.shared.Pause;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;

@Component
class RestFactory implements CrmGatewayFactory {
  private final SyncSettings settings;
  private final Pause pause;
  private final Clock clock;

  RestFactory(SyncSettings settings, Pause pause, Clock clock) {
    this.settings = settings;
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public String type() {
    return "rest";
  }

  @Override
  public CrmGateway open(String source, CrmAccess access) {
    var url = access.required(access.url(), "url");
    var shape = access.required(access.rest(), "rest");
    check(shape.id(), "id");
    check(shape.modified(), "modified");
    check(shape.records(), "records");
    var removals = shape.removals();
    if (removals != null) {
      check(removals.id(), "removals.id");
      check(removals.at(), "removals.at");
      check(removals.records(), "removals.records");
    }
    shape.values().forEach((name, place) -> check(place, "values." + name));
    var token = Objects.requireNonNullElse(access.token(), "");
    var header = shape.headerValue().replace("{token}", token);
    var http =
        new CrmHttp(
            source,
            access.timeout(),
            pause,
            clock,
            () -> token.isEmpty() ? Map.of() : Map.of(shape.header(), header));
    return new RestGateway(source, http, url, shape, settings.overlap(), clock);
  }

  private static void check(String pointer, String name) {
    try {
      var _ = JsonPointer.compile(pointer);
    } catch (IllegalArgumentException wrong) {
      throw CrmFailure.refused(
          "rest." + name + ": '" + pointer + "' is no JSON pointer",
          "A pointer starts with a slash, such as /list or /attributes/amount.");
    }
  }
}
