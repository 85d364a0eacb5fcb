package dev.tandem.insight.web;

import dev.tandem.insight.AssetReport;
import dev.tandem.insight.Attribution;
import dev.tandem.insight.AttributionReport;
import dev.tandem.insight.ChampionsReport;
import dev.tandem.insight.ContentPerformance;
import dev.tandem.insight.EffectReport;
import dev.tandem.insight.EffectTables;
import dev.tandem.insight.GapsReport;
import dev.tandem.insight.Grouping;
import dev.tandem.insight.JourneyReport;
import dev.tandem.insight.Metric;
import dev.tandem.insight.PerformanceQuery;
import dev.tandem.insight.ReportCsv;
import dev.tandem.insight.ReportTable;
import dev.tandem.insight.ReportTables;
import dev.tandem.insight.UnusedReport;
import dev.tandem.insight.UseTables;
import dev.tandem.library.AssetId;
import java.time.Clock;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The reports as JSON or, with {@code Accept: text/csv}, as CSV. */
@RestController
@RequestMapping("/api/v1/insight")
@PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
class InsightController {
  private final ContentPerformance performance;
  private final AssetReport assets;
  private final JourneyReport journey;
  private final UnusedReport unused;
  private final GapsReport gaps;
  private final ChampionsReport champions;
  private final AttributionReport attribution;
  private final EffectReport effects;
  private final Clock clock;

  InsightController(
      ContentPerformance performance,
      AssetReport assets,
      JourneyReport journey,
      UnusedReport unused,
      GapsReport gaps,
      ChampionsReport champions,
      AttributionReport attribution,
      EffectReport effects,
      Clock clock) {
    this.performance = performance;
    this.assets = assets;
    this.journey = journey;
    this.unused = unused;
    this.gaps = gaps;
    this.champions = champions;
    this.attribution = attribution;
    this.effects = effects;
    this.clock = clock;
  }

  @GetMapping("/overview")
  ResponseEntity<?> overview(
      ReportCall call, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
    return answer(call, accept, ReportTables.overview(performance.overview(call.window(clock))));
  }

  @GetMapping("/assets")
  ResponseEntity<?> assets(
      ReportCall call, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
    return answer(
        call,
        accept,
        ReportTables.assets(
            assets.assets(
                new PerformanceQuery(
                    call.window(clock),
                    Grouping.ASSET,
                    call.model(),
                    call.windowDays(),
                    call.halfLifeDays()))));
  }

  /**
   * Cells of content type × stage; {@code part=stages}, {@code part=paths} or {@code
   * part=elsewhere} for the others.
   */
  @GetMapping("/journey")
  ResponseEntity<?> journey(
      ReportCall call, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
    var page = journey.journey(call.window(clock));
    return answer(
        call,
        accept,
        switch (call.part()) {
          case "stages" -> ReportTables.stages(page);
          case "paths" -> ReportTables.paths(page);
          case "elsewhere" -> UseTables.elsewhere(page);
          case "", "cells" -> ReportTables.journey(page);
          default -> throw ReportCall.wrong("part must be one of cells, stages, paths, elsewhere");
        });
  }

  @GetMapping("/unused")
  ResponseEntity<?> unused(
      ReportCall call, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
    return answer(call, accept, ReportTables.unused(unused.unused(call.window(clock))));
  }

  @GetMapping("/gaps")
  ResponseEntity<?> gaps(
      ReportCall call, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
    return answer(call, accept, ReportTables.gaps(gaps.gaps(call.window(clock))));
  }

  @GetMapping("/champions")
  ResponseEntity<?> champions(
      ReportCall call, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
    return answer(call, accept, ReportTables.champions(champions.champions(call.window(clock))));
  }

  @GetMapping("/attribution")
  ResponseEntity<?> attribution(
      ReportCall call, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
    return answer(
        call,
        accept,
        ReportTables.attribution(
            attribution.attribution(call.window(clock), call.windowDays(), call.halfLifeDays())));
  }

  /** What was drawn by lot; {@code part=duels} for models that picked in turn. */
  @GetMapping("/effects")
  ResponseEntity<?> effects(
      ReportCall call, @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
    var page = effects.effects(call.window(clock));
    return answer(
        call,
        accept,
        switch (call.part()) {
          case "", "effects" -> EffectTables.effects(page);
          case "duels" -> EffectTables.duels(page);
          default -> throw ReportCall.wrong("part must be one of effects, duels");
        });
  }

  /** The deals on which an asset was used. */
  @GetMapping("/assets/{id}/deals")
  ResponseEntity<?> deals(
      @PathVariable String id,
      ReportCall call,
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
    return answer(
        call, accept, UseTables.deals(performance.dealsOf(asset(id), call.window(clock))));
  }

  private static AssetId asset(String id) {
    try {
      return new AssetId(id);
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, wrong.getMessage(), wrong);
    }
  }

  @GetMapping("/metrics")
  ResponseEntity<?> metrics(
      @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "") String accept) {
    var table = ReportTables.metrics();
    return csv(accept)
        ? csv(table)
        : ResponseEntity.ok(new MetricsJson(Metric.VERSION, table.named()));
  }

  private ResponseEntity<?> answer(ReportCall call, String accept, ReportTable table) {
    if (csv(accept)) return csv(table);
    var window = call.window(clock);
    return ResponseEntity.ok(
        new ReportJson(
            table.name(),
            window.from(),
            window.to(),
            Metric.VERSION,
            call.model().id(),
            call.windowDays(),
            call.model() == Attribution.TIME_DECAY || table.name().equals("attribution")
                ? call.halfLifeDays()
                : null,
            ReportJson.CAVEAT,
            table.named()));
  }

  private static boolean csv(String accept) {
    return accept.contains("text/csv");
  }

  private static ResponseEntity<String> csv(ReportTable table) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + table.name() + ".csv\"")
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .body(ReportCsv.of(table));
  }
}
