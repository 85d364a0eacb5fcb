package dev.tandem.insight.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.DescriptionList;
import dev.tandem.insight.Metric;

/** What the figures of a page are counted from, for those who cannot hover over their names. */
final class FigureMeanings extends Details {

  FigureMeanings(Metric... metrics) {
    super("What these figures mean");
    addClassName("figure-meanings");
    var list = new DescriptionList();
    list.addClassName("facts");
    for (var metric : metrics)
      list.add(
          new DescriptionList.Term(metric.label()), new DescriptionList.Description(metric.hint()));
    add(list);
  }
}
