package dev.tandem.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import dev.tandem.learning.Estimate;
import dev.tandem.learning.ModelDocument;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.shared.ui.Panel;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.JourneyStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model learned, in panels; each number with how sure it is. */
record Beliefs(Assets assets) {
  private static final int STRONGEST = 6;

  List<Component> of(ModelDocument document) {
    var panels = new ArrayList<Component>();
    var titles =
        assets
            .findAll(
                strongest(document.assets(), STRONGEST)
                    .map(effect -> new AssetId(effect.getKey()))
                    .toList())
            .entrySet()
            .stream()
            .collect(Collectors.toMap(e -> e.getKey().value(), e -> e.getValue().title().value()));
    panels.add(
        effects(
            "Better or worse than its labels",
            "The odds of being used, against what its features alone say, with the range that is"
                + " sure to 95 %.",
            document.assets(),
            id -> titles.getOrDefault(id, id)));
    panels.add(
        effects(
            "Types at a stage",
            "Beyond what experts expect of this type at this stage.",
            document.typesByStage(),
            Beliefs::typeAtStage));
    panels.add(attention(document));
    return panels;
  }

  private static Component effects(
      String title, String caption, Map<String, Estimate> effects, UnaryOperator<String> name) {
    var list = new DescriptionList();
    list.addClassName("facts");
    strongest(effects, STRONGEST)
        .forEach(
            effect ->
                LearningView.fact(list, name.apply(effect.getKey()), times(effect.getValue())));
    if (list.getChildren().findAny().isEmpty())
      LearningView.fact(list, "Nothing yet", "no effect is surely above or below none");
    return new Panel(title, list).withCaption(caption);
  }

  /** Those that are surely not none, the surest first. */
  private static Stream<Map.Entry<String, Estimate>> strongest(
      Map<String, Estimate> effects, int most) {
    return effects.entrySet().stream()
        .filter(effect -> distance(effect.getValue()) > 0)
        .sorted(
            Comparator.comparingDouble(
                (Map.Entry<String, Estimate> effect) -> -distance(effect.getValue())))
        .limit(most);
  }

  /** How far the interval stays away from 0; negative when it holds 0. */
  private static double distance(Estimate effect) {
    return Math.max(effect.interval().low(), -effect.interval().high());
  }

  /** Log-odds as a factor of the odds, which people can read. */
  private static String times(Estimate effect) {
    return String.format(
        Locale.ENGLISH,
        "× %.1f (%.1f to %.1f)",
        Math.exp(effect.mean()),
        Math.exp(effect.interval().low()),
        Math.exp(effect.interval().high()));
  }

  private static String typeAtStage(String key) {
    int at = key.indexOf('@');
    var type = key.substring(0, at);
    var stage = key.substring(at + 1);
    return Stream.of(ContentType.values())
            .filter(each -> each.id().equals(type))
            .map(ContentType::label)
            .findFirst()
            .orElse(type)
        + ", "
        + Stream.of(JourneyStage.values())
            .filter(each -> each.id().equals(stage))
            .map(JourneyStage::label)
            .findFirst()
            .orElse(stage)
            .toLowerCase(Locale.ENGLISH);
  }

  private static Component attention(ModelDocument document) {
    var list = new DescriptionList();
    list.addClassName("facts");
    document
        .examination()
        .forEach(
            (surface, curve) ->
                LearningView.fact(
                    list,
                    surface,
                    Stream.of(1, 3, 5, 8)
                        .filter(position -> position <= curve.size())
                        .map(
                            position ->
                                String.format(
                                    Locale.ENGLISH,
                                    "%d: %.0f %%",
                                    position,
                                    100 * Math.exp(curve.get(position - 1).mean())))
                        .collect(Collectors.joining(" · "))));
    return new Panel("Attention by position", list)
        .withCaption(
            "Odds that an item is used, against the same item at the top. Ranking leaves this"
                + " out, so that nothing stays on top because it is on top.");
  }
}
