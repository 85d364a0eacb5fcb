package dev.tandem.insight.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import dev.tandem.insight.Attribution;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report shows, as it stands in its URL; what is missing or malformed takes its default.
 *
 * @param more what only one report knows, by name of the parameter
 */
record ReportState(String route, Period period, Map<String, String> more) {

  ReportState {
    more = Map.copyOf(more);
  }

  static ReportState read(String route, QueryParameters parameters, LocalDate today) {
    var more = new LinkedHashMap<String, String>();
    parameters
        .getParameters()
        .forEach(
            (name, values) -> {
              if (!name.equals("from") && !name.equals("to") && !values.getFirst().isBlank())
                more.put(name, values.getFirst());
            });
    return new ReportState(route, Period.read(parameters, today), more);
  }

  ReportState with(Period changed) {
    return new ReportState(route, changed, more);
  }

  /** With null or an empty text the parameter goes. */
  ReportState with(String name, @Nullable String value) {
    var changed = new LinkedHashMap<>(more);
    if (value == null || value.isBlank()) changed.remove(name);
    else changed.put(name, value);
    return new ReportState(route, period, changed);
  }

  String get(String name) {
    return more.getOrDefault(name, "");
  }

  Attribution attribution() {
    return Attribution.parse(get("attribution")).orElse(Attribution.LINEAR);
  }

  double halfLifeDays() {
    try {
      double days = Double.parseDouble(get("half_life_days"));
      return days > 0 && days <= 365 ? days : Attribution.DEFAULT_HALF_LIFE_DAYS;
    } catch (NumberFormatException none) {
      return Attribution.DEFAULT_HALF_LIFE_DAYS;
    }
  }

  QueryParameters write() {
    var values = new LinkedHashMap<String, String>();
    values.put("from", period.first().toString());
    values.put("to", period.last().toString());
    values.putAll(more);
    return QueryParameters.simple(values);
  }

  void go() {
    UI.getCurrent().navigate(route, write());
  }

  /** Changes the address without reading the report again and without a step back. */
  void replaceAddress() {
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, route + "?" + write().getQueryString());
  }
}
