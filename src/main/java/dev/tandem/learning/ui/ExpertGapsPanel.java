package dev.tandem.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tandem.feedback.AssetEvidence;
import dev.tandem.learning.Estimate;
import dev.tandem.learning.ModelDocument;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.shared.ui.Formats;
import dev.tandem.shared.ui.Panel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Assets that do better or worse than the experts' weights say from their labels. */
final class ExpertGapsPanel {
  private static final int MOST = 6;

  private ExpertGapsPanel() {}

  static Component of(ModelDocument document, Assets assets, AssetEvidence evidence) {
    var sure = Words.surest(document.assets()).toList();
    var under = sure.stream().filter(each -> each.getValue().mean() > 0).limit(MOST).toList();
    var over = sure.stream().filter(each -> each.getValue().mean() < 0).limit(MOST).toList();
    var found =
        assets.findAll(
            java.util.stream.Stream.concat(under.stream(), over.stream())
                .map(each -> new AssetId(each.getKey()))
                .collect(Collectors.toSet()));
    var sentence =
        new Paragraph(
            "Of %s that were seen, %s surely (95 %%) do better and %s worse than their labels say."
                    .formatted(
                        Formats.count(document.assets().size(), "asset", "assets"),
                        Formats.count(sure.stream().filter(e -> e.getValue().mean() > 0).count()),
                        Formats.count(sure.stream().filter(e -> e.getValue().mean() < 0).count()))
                + " × is the odds of being used against an asset with the same labels.");
    return new Panel(
        "Where experts were wrong about an asset",
        part("Underestimated", under, found, evidence),
        part("Overestimated", over, found, evidence),
        sentence);
  }

  private static Component part(
      String title,
      List<Map.Entry<String, Estimate>> effects,
      Map<AssetId, Asset> found,
      AssetEvidence evidence) {
    var part = new Div(new H3(title));
    part.addClassName("gap-part");
    if (effects.isEmpty()) part.add(caption("None surely, so far."));
    for (var effect : effects) {
      var id = new AssetId(effect.getKey());
      var asset = found.get(id);
      var name =
          new Anchor("library/" + id.value(), asset == null ? id.value() : asset.title().value());
      name.addClassName("grid-link");
      var seen = evidence.of(id).useRate();
      var counted =
          seen.trials() == 0
              ? "not seen any more"
              : "used "
                  + Formats.share(seen)
                  + ", "
                  + Formats.interval(seen.wilson95())
                  + " with 95 % confidence";
      part.add(new Div(name, caption(Words.times(effect.getValue()) + " · " + counted)));
    }
    return part;
  }

  private static Span caption(String words) {
    var span = new Span(words);
    span.addClassName("caption");
    return span;
  }
}
