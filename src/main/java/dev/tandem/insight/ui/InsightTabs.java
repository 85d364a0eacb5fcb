package dev.tandem.insight.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import dev.tandem.shared.ui.SettingsTabs;
import java.util.LinkedHashMap;
import java.util.Map;

/** The way from one report to the next, over the same days. */
final class InsightTabs extends Nav {
  private static final Map<String, Class<? extends Component>> REPORTS = new LinkedHashMap<>();

  static {
    REPORTS.put("Overview", ContentPerformanceView.class);
    REPORTS.put("Assets", AssetsView.class);
    REPORTS.put("Journey", JourneyView.class);
    REPORTS.put("Unused", UnusedView.class);
    REPORTS.put("Gaps", GapsView.class);
    REPORTS.put("Champions", ChampionsView.class);
    REPORTS.put("Attribution", AttributionView.class);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    SettingsTabs.showCurrent(this);
  }

  InsightTabs(Period period, Class<? extends Component> current) {
    addClassNames("settings-tabs", "insight-tabs");
    setAriaLabel("Reports");
    REPORTS.forEach(
        (name, view) -> {
          var link = new RouterLink(name, view);
          link.setQueryParameters(
              QueryParameters.simple(
                  Map.of("from", period.first().toString(), "to", period.last().toString())));
          link.setHighlightCondition((self, event) -> false); // known here, before any event
          if (view == current)
            link.getElement().setAttribute("highlight", "").setAttribute("aria-current", "page");
          add(link);
        });
  }
}
