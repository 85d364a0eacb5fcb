package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.feedback.AssetEvidence;
import dev.tandem.feedback.AssetEvidence.Tally;
import dev.tandem.identity.Role;
import dev.tandem.library.Asset;
import dev.tandem.library.ui.AssetSection;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What became of one asset, on its page. */
@org.springframework.stereotype.Component
@Order(10)
class AssetUse implements AssetSection {
  /** Below so many views a rate says nothing yet. */
  private static final long ENOUGH = 10;

  private final AssetEvidence evidence;

  AssetUse(AssetEvidence evidence) {
    this.evidence = evidence;
  }

  @Override
  public Optional<Component> of(Asset asset, Role reader) {
    var tally = evidence.of(asset.id());
    var panel = new Panel("Use", tally.equals(Tally.NONE) ? nothing() : figures(tally));
    if (reader != Role.REP && !tally.equals(Tally.NONE)) {
      var report = new Anchor("performance", "All content");
      report.setRouterIgnore(false);
      panel.withActions(report);
    }
    return Optional.of(panel);
  }

  private static Component nothing() {
    var words = new Paragraph("Nobody has seen or used it yet.");
    words.addClassName("caption");
    return words;
  }

  private static Component figures(Tally tally) {
    var list = new DescriptionList();
    list.addClassName("facts");
    row(list, "Seen", Formats.count(tally.shown(), "time", "times"));
    row(
        list,
        "Used when seen",
        tally.shown() < ENOUGH
            ? Formats.count(tally.used())
                + " of "
                + Formats.count(tally.shown())
                + ", too few to judge"
            : Formats.share(tally.useRate())
                + ", 95 % interval "
                + Formats.interval(tally.useRate().wilson95()));
    row(list, "Opened", Formats.count(tally.opens()));
    row(list, "Downloaded", Formats.count(tally.downloads()));
    row(list, "Link copied", Formats.count(tally.copies()));
    row(list, "Sent", Formats.count(tally.shares()));
    row(list, "Buyer views", Formats.count(tally.buyerViews()));
    if (tally.helpful() + tally.notHelpful() > 0)
      row(
          list,
          "Helpful",
          Formats.count(tally.helpful())
              + " of "
              + Formats.count(tally.helpful() + tally.notHelpful(), "rating", "ratings"));
    long deals = tally.dealsWon() + tally.dealsLost() + tally.dealsOpen();
    if (deals > 0)
      row(
          list,
          "Deals",
          Formats.count(tally.dealsWon())
              + " won, "
              + Formats.count(tally.dealsLost())
              + " lost, "
              + Formats.count(tally.dealsOpen())
              + " open");
    return list;
  }

  private static void row(DescriptionList list, String name, String value) {
    list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
  }
}
