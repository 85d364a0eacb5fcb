package dev.tandem.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.identity.Role;
import dev.tandem.insight.EffectReport;
import dev.tandem.insight.EffectReport.AssetEffect;
import dev.tandem.insight.EffectReport.Effect;
import dev.tandem.library.Asset;
import dev.tandem.library.ui.AssetSection;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.core.annotation.Order;

/** What showing one asset brings about, on its page: only where a lot has shown it. */
@org.springframework.stereotype.Component
@Order(11)
class AssetEffects implements AssetSection {
  private static final int DAYS = 365;

  private final EffectReport report;
  private final Clock clock;

  AssetEffects(EffectReport report, Clock clock) {
    this.report = report;
    this.clock = clock;
  }

  @Override
  public Optional<Component> of(Asset asset, Role reader) {
    if (reader == Role.REP) return Optional.empty();
    var period = Period.lastDays(DAYS, LocalDate.now(clock));
    return report.effect(asset.id(), period.window()).map(effect -> panel(effect, period));
  }

  private static Component panel(AssetEffect effect, Period period) {
    var facts = new DescriptionList();
    facts.addClassName("facts");
    row(
        facts,
        "Shown by lot",
        Formats.count(effect.own().tries(), "list", "lists")
            + (effect.own().anew() == 0
                ? ""
                : ", " + Formats.count(effect.own().anew()) + " of them without it otherwise"));
    row(facts, "Its own use", words(effect.own()));
    row(facts, "Use of the whole list", words(effect.lists()));
    var meaning = new Paragraph(EffectPanel.MEANING);
    meaning.addClassName("caption");
    var report = new Anchor("performance/attribution", "All effects");
    report.setRouterIgnore(false);
    return new Panel("Effect of showing it", meaning, facts)
        .withCaption(period.inWords())
        .withActions(report);
  }

  private static String words(Effect effect) {
    if (effect.enough()) return EffectPanel.said(effect) + "; " + EffectPanel.counts(effect);
    return "not enough data yet: "
        + EffectPanel.counts(effect)
        + "; at least "
        + AssetEffect.LEAST_TRIES
        + " lists on different days of reps and "
        + dev.tandem.insight.statistics.RandomisedDifference.LEAST_SHARES
        + " uses are needed";
  }

  private static void row(DescriptionList list, String name, String value) {
    list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
  }
}
