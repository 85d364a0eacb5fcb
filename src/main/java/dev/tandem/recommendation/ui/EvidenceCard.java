package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tandem.recommendation.SimilarUse;
import dev.tandem.recommendation.Slate.Evidence;
import dev.tandem.recommendation.Slate.Origin;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.ui.Formats;
import java.util.Locale;

/** What is known of an item: one line, and the whole of it when that is opened. */
final class EvidenceCard extends NativeDetails {

  EvidenceCard(Evidence evidence) {
    addClassName("evidence-card");
    var line = new Span(AssetWords.evidence(evidence));
    line.addClassName("slate-evidence");
    setSummary(line);
    setContent(new Div(counts(evidence), rate(evidence), origin(evidence.origin())));
  }

  private static Component counts(Evidence evidence) {
    var list = new DescriptionList();
    list.addClassNames("facts", "evidence-facts");
    fact(list, "Seen", Formats.count(evidence.shown(), "time", "times"));
    fact(
        list,
        "Used",
        evidence.shown() == 0
            ? "0"
            : Formats.share(new Proportion(evidence.used(), evidence.shown())));
    fact(list, "Opened", Formats.count(evidence.opened(), "time", "times"));
    fact(list, "Sent", Formats.count(evidence.sent(), "time", "times"));
    fact(
        list,
        "Read by the buyer",
        Formats.count(evidence.buyerRead(), "sending", "sendings") + ", 30 s or longer");
    fact(
        list,
        "Deals that had it",
        "%s won, %s lost, %s open"
            .formatted(
                Formats.count(evidence.dealsWon()),
                Formats.count(evidence.dealsLost()),
                Formats.count(evidence.dealsOpen())));
    fact(list, "Similar deals", similar(evidence.similar()));
    return list;
  }

  private static void fact(DescriptionList list, String name, String value) {
    list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
  }

  /** With the definition of similar, since the number means nothing without. */
  private static String similar(SimilarUse similar) {
    if (similar.basis() == SimilarUse.Basis.NONE) return "– (" + similar.definition() + ")";
    var deals = similar.deals();
    var which = " " + similar.definition() + " on which it was seen or used";
    if (deals.trials() == 0) return "no" + which;
    var interval = similar.interval();
    return "used on %s of %s%s"
            .formatted(Formats.count(deals.successes()), Formats.count(deals.trials()), which)
        + (interval == null
            ? "; not enough data yet for a rate (from %d deals on)".formatted(SimilarUse.ENOUGH)
            : ", " + Formats.interval(interval) + " with 95 % confidence");
  }

  private static Component rate(Evidence evidence) {
    var line = new Paragraph(AssetWords.interval(evidence));
    line.addClassName("caption");
    return line;
  }

  private static Component origin(Origin origin) {
    long learned = Math.round(100 * origin.learnedShare());
    var prior = new Div();
    prior.addClassName("origin-prior");
    prior.getStyle().setWidth((100 - learned) + "%");
    var taught = new Div();
    taught.addClassName("origin-learned");
    taught.getStyle().setWidth(learned + "%");
    var bar = new Div(prior, taught);
    bar.addClassName("origin-bar");
    bar.getElement().setAttribute("aria-hidden", "true");
    var words = new Paragraph(words(origin, learned));
    words.addClassName("caption");
    return new Div(bar, words);
  }

  private static String words(Origin origin, long learned) {
    if (learned == 0 && origin.learned() == 0)
      return "Ranked by the experts' rules and the text alone; nothing learned is in this score.";
    return String.format(
        Locale.ENGLISH,
        "%d %% of this score is experts' rules and text (%+.1f points), %d %% was learned from"
            + " what reps and buyers did (%+.1f points).",
        100 - learned,
        origin.prior(),
        learned,
        origin.learned());
  }
}
