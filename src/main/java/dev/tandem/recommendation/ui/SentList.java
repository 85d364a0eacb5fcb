package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tandem.feedback.Sendings;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Badge.Tone;
import dev.tandem.shared.ui.Formats;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What was sent, and what the buyer did with it. */
final class SentList {
  private SentList() {}

  /**
   * @param context what to add behind the day, such as the deal; may answer with an empty text
   */
  static Component of(
      List<Sendings> sent,
      Map<AssetId, Asset> assets,
      LocalDate today,
      String nothing,
      Function<Sendings, String> context) {
    if (sent.isEmpty()) {
      var words = new Paragraph(nothing);
      words.addClassName("caption");
      return words;
    }
    var list = new UnorderedList();
    list.addClassName("sent-list");
    for (var one : sent) {
      var asset = assets.get(one.asset());
      var title = asset == null ? one.asset().value() : asset.title().value();
      var link = new Anchor("library/" + one.asset().value(), title);
      link.setRouterIgnore(false);
      link.addClassName("grid-link");
      var day = LocalDate.ofInstant(one.last(), ZoneId.systemDefault());
      var more = context.apply(one);
      var when =
          new Span(words(one) + Formats.ago(day, today) + (more.isEmpty() ? "" : " · " + more));
      when.addClassName("caption");
      list.add(new ListItem(link, when, viewed(one, today)));
    }
    return list;
  }

  private static String words(Sendings sent) {
    var how = sent.copied() ? "link copied " : "sent ";
    return sent.times() > 1 ? sent.times() + " times, last " + how : how;
  }

  private static Badge viewed(Sendings sent, LocalDate today) {
    if (sent.viewers() == 0) return new Badge("Not opened yet", Tone.NEUTRAL);
    var at = sent.viewedAt();
    var last =
        at == null
            ? ""
            : ", last " + Formats.ago(LocalDate.ofInstant(at, ZoneId.systemDefault()), today);
    return new Badge(
        "Viewed "
            + duration(sent.seconds())
            + " in "
            + Formats.count(sent.viewers(), "visit", "visits"),
        Tone.GOOD,
        "Opened by the buyer" + last);
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 90) return whole + " s";
    return whole < 5400 ? Math.round(whole / 60.0) + " min" : Math.round(whole / 3600.0) + " h";
  }
}
