package dev.tandem.recommendation.curation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tandem.recommendation.curation.CurationDesk.Listed;
import dev.tandem.recommendation.curation.CurationDesk.State;
import dev.tandem.recommendation.curation.CurationEffect;
import dev.tandem.recommendation.curation.CurationRule.Kind;
import dev.tandem.shared.Interval;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Formats;
import java.time.LocalDate;
import java.util.Locale;

/** One rule of the list: what it does, for whom, how long, and what came of it. */
final class RuleRow extends Div {

  /** From so many days before its end on a rule says so. */
  private static final int SOON = 7;

  RuleRow(Listed listed, LocalDate today, Runnable edit, Runnable end, boolean measured) {
    addClassNames("table-row", "rule-row");
    var rule = listed.rule();
    var wanted = rule.wanted();
    var title = new Anchor("library/" + wanted.asset().value(), listed.title());
    title.addClassName("grid-link");
    var why = caption(wanted.reason() + " (" + decided(listed) + ")");
    var main = new Div(title, why, effect(listed.effect(), measured));
    main.addClassName("row-main");
    var marks = new Div(kind(listed), new Badge(wanted.segment().words(), Badge.Tone.NEUTRAL));
    marks.addClassName("badges");
    if (listed.state() == State.ACTIVE && wanted.until().isBefore(today.plusDays(SOON)))
      marks.add(new Badge("last day: " + Formats.ago(wanted.until(), today), Badge.Tone.WARNING));
    if (listed.problem() != null)
      marks.add(new Badge(listed.problem(), Badge.Tone.BAD, listed.problem()));
    for (var conflict : listed.conflicts()) {
      var words = "Meets rule " + conflict.with().id() + ": " + conflict.words();
      marks.add(new Badge(words, Badge.Tone.WARNING, words));
    }
    var dates =
        new Div(
            new Span(Formats.day(wanted.from()) + " to"), new Span(Formats.day(wanted.until())));
    dates.addClassNames("row-dates", "caption");
    add(main, marks, dates, actions(listed, edit, end));
  }

  private static Badge kind(Listed listed) {
    var wanted = listed.rule().wanted();
    var number = "Rule " + listed.rule().id() + ": ";
    if (wanted.kind() == Kind.PIN) return new Badge(number + "pinned", Badge.Tone.ACCENT);
    var words =
        String.format(
            Locale.ENGLISH,
            "%s%s by %.1f",
            number,
            wanted.kind().done().toLowerCase(Locale.ENGLISH),
            wanted.points());
    return new Badge(words, wanted.kind() == Kind.BOOST ? Badge.Tone.ACCENT : Badge.Tone.WARNING);
  }

  private static String decided(Listed listed) {
    var rule = listed.rule();
    var made = listed.madeBy() + ", " + Formats.day(rule.madeAt());
    var ended = rule.ended();
    return ended == null
        ? made
        : made + "; ended by " + listed.endedBy() + ", " + Formats.day(ended.at());
  }

  /** An effect only where chance decided; else nothing is claimed. */
  private static Component effect(CurationEffect effect, boolean measured) {
    var with = effect.with();
    var without = effect.without();
    if (with.trials() + without.trials() == 0)
      return caption(
          measured ? "No visit yet on which it was due." : "Not measured: see the setting.");
    var interval = effect.difference();
    var used = "Used on " + visits(with) + " with the rule, on " + visits(without) + " without: ";
    if (interval == null)
      return caption(
          used
              + "not enough data yet (from %d visits on each side)."
                  .formatted(CurationEffect.ENOUGH));
    return caption(
        used
            + difference(with, without, interval)
            + " Anything on the slate was used on "
            + visits(effect.anyWith())
            + " and "
            + visits(effect.anyWithout())
            + ".");
  }

  private static String visits(Proportion share) {
    return share.trials() == 0 ? "none of 0 visits" : Formats.share(share).replace(")", " visits)");
  }

  private static String difference(Proportion with, Proportion without, Interval interval) {
    return String.format(
        Locale.ENGLISH,
        "an effect of %+.0f points of percent (%+.0f to %+.0f with 95 %% confidence).",
        100 * (with.rate() - without.rate()),
        100 * interval.low(),
        100 * interval.high());
  }

  private static Component actions(Listed listed, Runnable edit, Runnable end) {
    var bar = new Div();
    bar.addClassName("rule-actions");
    if (listed.state() != State.ACTIVE && listed.state() != State.PLANNED) {
      bar.add(new Badge(listed.state() == State.EXPIRED ? "expired" : "ended", Badge.Tone.NEUTRAL));
      return bar;
    }
    bar.add(
        button("Edit", "Edit the rule for " + listed.title(), edit),
        button("End", "End the rule for " + listed.title(), end));
    return bar;
  }

  private static Button button(String word, String label, Runnable then) {
    var button = new Button(word, click -> then.run());
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(label);
    return button;
  }

  private static Span caption(String words) {
    var span = new Span(words);
    span.addClassName("caption");
    return span;
  }
}
