package dev.tandem.insight.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.tandem.insight.Attribution;
import dev.tandem.insight.Grouping;
import dev.tandem.insight.PerformanceQuery;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the view shows, as it stands in its URL; what is missing or malformed takes its default.
 *
 * @param deals the asset of which the deals are looked at, or null
 */
record PerformanceState(
    Period period, Grouping by, Attribution attribution, int windowDays, @Nullable String deals) {

  static PerformanceState read(QueryParameters parameters, LocalDate today) {
    return new PerformanceState(
        Period.read(parameters, today),
        parameters.getSingleParameter("by").flatMap(Grouping::parse).orElse(Grouping.ASSET),
        parameters
            .getSingleParameter("attribution")
            .flatMap(Attribution::parse)
            .orElse(Attribution.LINEAR),
        PerformanceQuery.DEFAULT_WINDOW_DAYS,
        parameters.getSingleParameter("deals").filter(id -> !id.isBlank()).orElse(null));
  }

  QueryParameters write() {
    var values = new LinkedHashMap<String, String>();
    values.put("from", period.first().toString());
    values.put("to", period.last().toString());
    values.put("by", by.id());
    values.put("attribution", attribution.id());
    if (deals != null) values.put("deals", deals);
    return QueryParameters.simple(values);
  }

  PerformanceQuery query() {
    return new PerformanceQuery(period.window(), by, attribution, windowDays);
  }

  PerformanceState with(Period changed) {
    return new PerformanceState(changed, by, attribution, windowDays, null);
  }

  PerformanceState with(Grouping changed) {
    return new PerformanceState(period, changed, attribution, windowDays, null);
  }

  PerformanceState with(Attribution changed) {
    return new PerformanceState(period, by, changed, windowDays, null);
  }

  PerformanceState withDealsOf(@Nullable String asset) {
    return new PerformanceState(period, by, attribution, windowDays, asset);
  }
}
