package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import dev.tandem.shared.ui.PageHeader;
import java.time.Clock;
import java.time.LocalDate;

/** The frame that the reports have in common: title, tabs, days; their state is the URL. */
abstract class ReportView extends Div implements AfterNavigationObserver {
  private final String route;
  private final transient Clock clock;
  private final PageHeader header;

  ReportView(String route, String title, String subtitle, Clock clock) {
    this.route = route;
    this.clock = clock;
    header = new PageHeader(title, subtitle);
    addClassName("view");
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    var today = LocalDate.now(clock);
    var state = ReportState.read(route, event.getLocation().getQueryParameters(), today);
    var controls = new Div();
    controls.addClassName("report-controls");
    PeriodFields.addTo(controls, state.period(), today, period -> state.with(period).go());
    for (var more : controls(state)) controls.add(more);
    var content = new Div();
    content.addClassName("report");
    content.add(controls);
    removeAll();
    add(header, new InsightTabs(state.period(), getClass()), content);
    show(state, content);
  }

  /** What can be chosen beside the days. */
  Component[] controls(ReportState state) {
    return new Component[0];
  }

  abstract void show(ReportState state, Div content);
}
