package dev.tandem.insight.web;

import dev.tandem.insight.Attribution;
import dev.tandem.insight.ContentPerformance;
import dev.tandem.insight.Grouping;
import dev.tandem.insight.PerformanceCsv;
import dev.tandem.insight.PerformanceQuery;
import dev.tandem.shared.TimeWindow;
import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Content performance as JSON or CSV. */
@RestController
@RequestMapping("/api/v1/insight/content-performance")
@PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
class PerformanceController {
  private static final int DEFAULT_DAYS = 90;

  private final ContentPerformance performance;
  private final Clock clock;

  PerformanceController(ContentPerformance performance, Clock clock) {
    this.performance = performance;
    this.clock = clock;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  PerformanceJson json(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @RequestParam(defaultValue = "asset") String by,
      @RequestParam(defaultValue = "linear") String attribution,
      @RequestParam(name = "window_days", defaultValue = "90") int windowDays,
      @RequestParam(name = "half_life_days", defaultValue = "7") double halfLifeDays) {
    var query = query(from, to, by, attribution, windowDays, halfLifeDays);
    return PerformanceJson.of(query, performance.report(query));
  }

  @GetMapping(produces = "text/csv")
  ResponseEntity<String> csv(
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @RequestParam(defaultValue = "asset") String by,
      @RequestParam(defaultValue = "linear") String attribution,
      @RequestParam(name = "window_days", defaultValue = "90") int windowDays,
      @RequestParam(name = "half_life_days", defaultValue = "7") double halfLifeDays) {
    var query = query(from, to, by, attribution, windowDays, halfLifeDays);
    var csv = new StringWriter();
    PerformanceCsv.write(csv, query, performance.report(query));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"content-performance.csv\"")
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .body(csv.toString());
  }

  /** Both days are included; the default is the last ninety days. */
  private PerformanceQuery query(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      String by,
      String attribution,
      int windowDays,
      double halfLifeDays) {
    var lastDay = to == null ? LocalDate.now(clock) : to;
    var firstDay = from == null ? lastDay.minusDays(DEFAULT_DAYS - 1L) : from;
    if (firstDay.isAfter(lastDay)) throw wrong("from must not be after to");
    if (windowDays < 1 || windowDays > 730) throw wrong("window_days must be 1 to 730");
    if (!(halfLifeDays > 0 && halfLifeDays <= 365))
      throw wrong("half_life_days must be over 0 and at most 365");
    var zone = ZoneId.systemDefault();
    return new PerformanceQuery(
        new TimeWindow(
            firstDay.atStartOfDay(zone).toInstant(),
            lastDay.plusDays(1).atStartOfDay(zone).toInstant()),
        Grouping.parse(by)
            .orElseThrow(() -> wrong("by must be one of " + ids(Grouping.values(), Grouping::id))),
        Attribution.parse(attribution)
            .orElseThrow(
                () ->
                    wrong(
                        "attribution must be one of "
                            + ids(Attribution.values(), Attribution::id))),
        windowDays,
        halfLifeDays);
  }

  private static <T> String ids(T[] values, java.util.function.Function<T, String> id) {
    return Arrays.stream(values).map(id).collect(Collectors.joining(", "));
  }

  private static ResponseStatusException wrong(String problem) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, problem);
  }
}
