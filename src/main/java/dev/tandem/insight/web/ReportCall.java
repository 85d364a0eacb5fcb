package dev.tandem.insight.web;

import dev.tandem.insight.Attribution;
import dev.tandem.insight.PerformanceQuery;
import dev.tandem.shared.TimeWindow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The parameters of a report. Both days are included; the default is the last ninety days.
 *
 * @param part of a report that has several
 */
record ReportCall(
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
    @Nullable String attribution,
    @BindParam("window_days") @Nullable Integer window,
    @BindParam("half_life_days") @Nullable Double halfLife,
    @BindParam("part") @Nullable String wantedPart) {
  private static final int DEFAULT_DAYS = 90;

  TimeWindow window(Clock clock) {
    var last = to == null ? LocalDate.now(clock) : to;
    var first = from == null ? last.minusDays(DEFAULT_DAYS - 1L) : from;
    if (first.isAfter(last)) throw wrong("from must not be after to");
    var zone = ZoneId.systemDefault();
    return new TimeWindow(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  Attribution model() {
    if (attribution == null) return Attribution.LINEAR;
    return Attribution.parse(attribution)
        .orElseThrow(
            () ->
                wrong(
                    "attribution must be one of "
                        + Arrays.stream(Attribution.values())
                            .map(Attribution::id)
                            .collect(Collectors.joining(", "))));
  }

  int windowDays() {
    int days = window == null ? PerformanceQuery.DEFAULT_WINDOW_DAYS : window;
    if (days < 1 || days > 730) throw wrong("window_days must be 1 to 730");
    return days;
  }

  double halfLifeDays() {
    double days = halfLife == null ? Attribution.DEFAULT_HALF_LIFE_DAYS : halfLife;
    if (!(days > 0 && days <= 365)) throw wrong("half_life_days must be over 0 and at most 365");
    return days;
  }

  String part() {
    return wantedPart == null ? "" : wantedPart;
  }

  static ResponseStatusException wrong(String problem) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, problem);
  }
}
