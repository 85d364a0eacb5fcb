package dev.tandem.recommendation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tandem.learning.LearnedEffect;
import dev.tandem.recommendation.OrderChange;
import dev.tandem.recommendation.OrderChange.Place;
import dev.tandem.recommendation.Slate.Reason;
import dev.tandem.shared.ui.Badge;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What learning changed about one list. There is nothing to press on it: what is used has to come
 * from a list that the log knows.
 */
final class OrderDialog extends Dialog {
  private static final Set<String> LEARNED =
      Arrays.stream(LearnedEffect.values()).map(LearnedEffect::id).collect(Collectors.toSet());

  /** Below it a number of points with one digit says nothing. */
  private static final double LEAST = 0.05;

  OrderDialog(OrderChange change) {
    super("What learning changed");
    setWidth("min(44rem, 96vw)");
    addClassName("order-dialog");
    var what =
        caption(
            "The order as it is now, by what reps and buyers did, beside that of the experts' weights"
                + " alone. Nothing is tried out here, and rules of marketing are left out.");
    what.setTitle("In use: " + change.model());
    add(what);
    if (change.none()) add(new Paragraph("For this list nothing: both orders are the same."));
    add(rows(change.now()));
    if (!change.fallen().isEmpty())
      add(new H3("No longer among the first " + change.now().size()), rows(change.fallen()));
    getFooter().add(new Button("Close", click -> close()));
  }

  private static Paragraph caption(String text) {
    var words = new Paragraph(text);
    words.addClassName("caption");
    return words;
  }

  private static Div rows(List<Place> places) {
    var rows = new Div();
    rows.addClassName("order-rows");
    rows.getElement().setAttribute("role", "list");
    rows.getElement().setAttribute("tabindex", "0"); // scrolled by keys, too
    places.forEach(place -> rows.add(row(place)));
    return rows;
  }

  private static Component row(Place place) {
    var now = new Span(place.now() == null ? "–" : String.valueOf(place.now()));
    now.addClassName("order-place");
    var title = new Span(place.item().asset().title().value());
    title.addClassName("order-title");
    var what = new Div(title, captionOf(place));
    what.addClassName("order-main");
    var row = new Div(now, what, moved(place));
    row.addClassName("order-row");
    row.getElement().setAttribute("role", "listitem");
    return row;
  }

  /** What has fallen off is told by the experts' order, which has learned nothing. */
  private static Span captionOf(Place place) {
    double learned = place.item().evidence().origin().learned();
    var points =
        Math.abs(learned) < LEAST
            ? Stream.<String>empty()
            : Stream.of(String.format(Locale.ENGLISH, "learned: %+.1f points", learned));
    var why =
        place.item().reasons().stream()
            .filter(reason -> LEARNED.contains(reason.code()))
            .map(Reason::text)
            .limit(1);
    var caption = new Span(Stream.concat(points, why).collect(Collectors.joining(" · ")));
    caption.addClassName("caption");
    return caption;
  }

  private static Component moved(Place place) {
    var rise = place.rise();
    if (rise == null)
      return new Badge(
          place.before() == null
              ? "▲ from beyond " + OrderChange.DEPTH
              : "▼ was " + place.before() + ", now beyond " + OrderChange.DEPTH,
          place.before() == null ? Badge.Tone.GOOD : Badge.Tone.WARNING);
    if (rise == 0) return new Badge("same place", Badge.Tone.NEUTRAL);
    return new Badge(
        (rise > 0 ? "▲ " : "▼ ") + Math.abs(rise) + ", was " + was(place.before()),
        rise > 0 ? Badge.Tone.GOOD : Badge.Tone.WARNING);
  }

  private static String was(@Nullable Integer place) {
    return place == null ? "–" : String.valueOf(place);
  }
}
