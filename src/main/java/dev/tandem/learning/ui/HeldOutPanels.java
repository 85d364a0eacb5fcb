package dev.tandem.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import dev.tandem.learning.HeldOut;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How well the model in use did on sessions that it had not seen. */
final class HeldOutPanels {
  private static final String NOT_KEPT =
      "Not known for this model: it was trained before this was kept. The next training fills it.";

  private HeldOutPanels() {}

  static Component calibration(@Nullable HeldOut heldOut) {
    var title = "Does it keep its promises?";
    if (heldOut == null) return new Panel(title, new Paragraph(NOT_KEPT));
    var bins = heldOut.calibration();
    if (bins.isEmpty())
      return new Panel(
          title, new Paragraph("Not enough data yet: too few items were seen in later sessions."));
    long inside =
        bins.stream()
            .filter(bin -> bin.low() <= bin.predicted() && bin.predicted() <= bin.high())
            .count();
    long items = bins.stream().mapToLong(HeldOut.Bin::items).sum();
    var sentence =
        ("%s items of %s that it had not seen, in groups from the least to the most promising. The"
                + " expected reward (0 passed over, 1 said to have helped) lies within the 95 %%"
                + " interval of the observed one in %d of %d groups.")
            .formatted(
                Formats.count(items),
                Formats.count(heldOut.sessions(), "later session", "later sessions"),
                inside,
                bins.size());
    return new Panel(
        title,
        LearningCharts.expectedAndObserved(
            bins.stream()
                .map(bin -> String.format(Locale.ENGLISH, "%.2f", bin.predicted()))
                .toList(),
            bins.stream().map(HeldOut.Bin::predicted).toList(),
            bins.stream()
                .map(bin -> new LearningCharts.Point(bin.observed(), bin.low(), bin.high()))
                .toList(),
            sentence),
        new Paragraph(sentence));
  }

  static Component curve(@Nullable HeldOut heldOut) {
    var title = "Learning curve";
    if (heldOut == null) return new Panel(title, new Paragraph(NOT_KEPT));
    var steps = heldOut.curve();
    if (steps.isEmpty())
      return new Panel(title, new Paragraph("Not enough data yet: a hundred sessions are needed."));
    var last = steps.getLast();
    var sure =
        last.low() > 0
            ? "surely better than the experts' weights"
            : last.high() < 0 ? "surely worse than them" : "not surely better or worse than them";
    var sentence =
        String.format(
            Locale.ENGLISH,
            "How much better than the experts it predicts the sessions that came next, by how many"
                + " it had learned from: after %s %+.3f a session (%+.3f to %+.3f with 95 %%"
                + " confidence, on %s), %s.",
            Formats.count(last.sessions(), "session", "sessions"),
            last.gain(),
            last.low(),
            last.high(),
            Formats.count(last.tested(), "later one", "later ones"),
            sure);
    return new Panel(
        title,
        LearningCharts.curves(
            steps.stream().map(step -> Formats.count(step.sessions())).toList(),
            List.of(
                new LearningCharts.Line(
                    "Gain in log-likelihood a session",
                    steps.stream()
                        .map(s -> new LearningCharts.Point(s.gain(), s.low(), s.high()))
                        .toList())),
            "Sessions learned from",
            "Gain",
            sentence),
        new Paragraph(sentence));
  }
}
