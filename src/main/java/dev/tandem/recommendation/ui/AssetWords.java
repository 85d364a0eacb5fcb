package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import dev.tandem.feedback.AssetEvidence.Tally;
import dev.tandem.learning.RankingFeature;
import dev.tandem.library.Asset;
import dev.tandem.library.PageLink;
import dev.tandem.library.ui.ReadableText;
import dev.tandem.recommendation.Slate;
import dev.tandem.search.AssetHits;
import dev.tandem.shared.ui.Formats;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reasons, evidence and passages as icons and sentences. */
final class AssetWords {
  private static final Pattern MATCH = Pattern.compile("\uE000([^\uE000\uE001]*)\uE001");

  private AssetWords() {}

  static VaadinIcon icon(Slate.Reason reason) {
    var code = reason.code();
    if (code.contains("stage")) return VaadinIcon.FLAG_O;
    if (code.startsWith("text") || code.startsWith("notes") || code.startsWith("context"))
      return VaadinIcon.SEARCH;
    if (code.startsWith("persona")) return VaadinIcon.USER;
    if (code.startsWith("industry")) return VaadinIcon.BUILDING_O;
    if (code.startsWith("product")) return VaadinIcon.CUBE;
    if (code.startsWith("competitor")) return VaadinIcon.SCALE;
    if (code.startsWith("region") || code.startsWith("language")) return VaadinIcon.GLOBE;
    if (code.equals("pinned")) return VaadinIcon.PIN;
    if (code.equals("boosted")) return VaadinIcon.ARROW_UP;
    if (code.equals("buried")) return VaadinIcon.ARROW_DOWN;
    if (code.startsWith("fresh")) return VaadinIcon.CLOCK;
    if (code.endsWith("use")) return VaadinIcon.TRENDING_UP;
    if (code.startsWith("rated")) return VaadinIcon.THUMBS_UP_O;
    return VaadinIcon.CHECK;
  }

  /**
   * The first that says more than the stage, which stands above the card already; the stage itself
   * where there is nothing else.
   */
  static Optional<Slate.Reason> main(List<Slate.Reason> reasons) {
    return reasons.stream()
        .filter(reason -> !reason.code().startsWith(RankingFeature.STAGE_FIT.id()))
        .findFirst()
        .or(() -> reasons.stream().findFirst());
  }

  /** What is known of an asset's use, in a sentence; says so when it is too little. */
  static String evidence(Slate.Evidence evidence) {
    if (evidence.shown() == 0) return "New here: nobody has seen it yet";
    var words =
        new StringBuilder("Seen ")
            .append(Formats.count(evidence.shown(), "time", "times"))
            .append(", used ")
            .append(Formats.count(evidence.used()));
    if (evidence.dealsWon() > 0)
      words.append(" · in ").append(Formats.count(evidence.dealsWon(), "won deal", "won deals"));
    if (evidence.dealsLost() > 0)
      words
          .append(evidence.dealsWon() > 0 ? ", " : " · in ")
          .append(Formats.count(evidence.dealsLost(), "lost deal", "lost deals"));
    var interval = evidence.interval();
    if (interval == null) words.append(" · not enough data yet");
    return words.toString();
  }

  /** The range of the use rate in words, or how far away from one we are. */
  static String interval(Slate.Evidence evidence) {
    var interval = evidence.interval();
    return interval == null
        ? "Not enough data yet: a rate is told from " + Tally.ENOUGH_SHOWN + " views on."
        : "Used in "
            + Formats.interval(interval)
            + " of the times it is seen, with 95 % confidence.";
  }

  /**
   * A passage with its place in front, which opens there where it can, and the matches marked. What
   * stands above it anyway, as its title or its place, is not said again.
   */
  static Component passage(Asset asset, AssetHits.Passage passage) {
    var line = new Span();
    line.addClassName("passage");
    var title = asset.title().value();
    var label = passage.pageLabel() == null ? "Page " + passage.page() : passage.pageLabel();
    var link = PageLink.to(asset, passage.page());
    if (link.isPresent()) line.add(place(label, link.get()));
    else if (!label.strip().equalsIgnoreCase(title.strip())) line.add(place(label));
    var text = MarkedText.without(label, ReadableText.of(passage.snippet()));
    mark(MarkedText.without(title, text), line.getElement());
    return line;
  }

  private static Component place(String label) {
    var place = new Span(label);
    place.addClassName("passage-place");
    return place;
  }

  private static Component place(String label, String address) {
    var place = new Anchor(address, label);
    place.setRouterIgnore(true);
    place.setTarget(AnchorTarget.BLANK);
    place.getElement().setAttribute("rel", "noopener noreferrer");
    place.getElement().setAttribute("title", "Open at this page");
    place.addClassName("passage-place");
    return place;
  }

  private static void mark(String snippet, Element into) {
    var matcher = MATCH.matcher(snippet);
    int done = 0;
    while (matcher.find()) {
      into.appendChild(Element.createText(clean(snippet.substring(done, matcher.start()))));
      into.appendChild(new Element("mark").setText(matcher.group(1)));
      done = matcher.end();
    }
    into.appendChild(Element.createText(clean(snippet.substring(done))));
  }

  private static String clean(String text) {
    return text.replace("\uE000", "").replace("\uE001", "");
  }
}
