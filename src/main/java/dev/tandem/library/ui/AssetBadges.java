package dev.tandem.library.ui;

import dev.tandem.library.Asset;
import dev.tandem.library.Label;
import dev.tandem.library.labelling.LearnedBasis;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Badge.Tone;
import dev.tandem.taxonomy.JourneyStage;
import java.util.ArrayList;
import java.util.List;

/** An asset in badges, the same wherever it stands; what is only guessed looks and says so. */
public final class AssetBadges {
  private AssetBadges() {}

  /** Type, stages, a language other than English, and a warning when it is not for buyers. */
  public static List<Badge> of(Asset asset) {
    var badges = new ArrayList<Badge>();
    badges.add(of(asset.type(), asset.type().value().label(), Tone.NEUTRAL));
    for (Label<JourneyStage> stage : asset.stages())
      badges.add(of(stage, stage.value().label(), Tone.ACCENT));
    var language = asset.language().value();
    if (!language.equals("en") && !language.equals("und"))
      badges.add(new Badge(AssetMarks.language(language), Tone.NEUTRAL));
    if (!asset.buyerSafe()) badges.add(internalOnly());
    return badges;
  }

  static Badge of(Label<?> label, String words, Tone tone) {
    if (!label.isInferred()) return new Badge(words, tone);
    var basis = label.basis();
    return new Badge(
        words,
        Tone.INFERRED,
        "Guessed, "
            + AssetMarks.confidence(label.confidence())
            + (basis == null || basis.isBlank() ? "" : ", " + origin(basis)));
  }

  /** What a guess rests on; words of the file come with quotes of their own. */
  static String origin(String basis) {
    var words = basis.strip();
    if (LearnedBasis.is(words)) return words;
    return words.startsWith("“") ? "from " + words : "from “" + words + "”";
  }

  static Badge internalOnly() {
    return new Badge("Internal only", Tone.WARNING, "For colleagues: never goes to a buyer");
  }
}
