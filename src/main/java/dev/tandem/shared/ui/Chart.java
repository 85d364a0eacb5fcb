package dev.tandem.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.shared.Registration;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chart drawn in the browser by Apache ECharts, in the colours of the page, light or dark.
 *
 * <p>The option is ECharts' own; colours, fonts and tooltips are filled in by the element unless
 * the option sets them.
 */
@Tag("tandem-chart")
@JavaScript("context://charts/echarts/echarts.min.js")
@JavaScript("context://charts/tandem-chart.js")
public final class Chart extends Component implements HasSize, HasStyle {

  /**
   * @param description what the chart shows, in a sentence, for those who cannot see it
   */
  public Chart(ObjectNode option, String description) {
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", description);
    addClassName("chart");
    setOption(option);
  }

  public void setOption(ObjectNode option) {
    getElement().setPropertyJson("option", option);
  }

  public Registration addPointClickListener(ComponentEventListener<PointClicked> listener) {
    return addListener(PointClicked.class, listener);
  }

  /** A point, bar or cell was clicked. */
  @DomEvent("point-click")
  public static final class PointClicked extends ComponentEvent<Chart> {
    private final String series;
    private final String name;

    public PointClicked(
        Chart source,
        boolean fromClient,
        @EventData("event.detail.series") String series,
        @EventData("event.detail.name") String name) {
      super(source, fromClient);
      this.series = series;
      this.name = name;
    }

    public String series() {
      return series;
    }

    /** The category of the point, such as the label of its bar. */
    public String name() {
      return name;
    }
  }
}
