package dev.tandem.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Label;
import dev.tandem.library.LifecycleState;
import dev.tandem.shared.ui.Badge;
import dev.tandem.shared.ui.Badge.Tone;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.Dimension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Assets in the words, badges and pictures that every view of the library shares. */
final class AssetMarks {
  private AssetMarks() {}

  static Badge state(LifecycleState state) {
    return switch (state) {
      case DRAFT -> new Badge(state.label(), Tone.NEUTRAL, "Not offered to reps yet");
      case PUBLISHED -> new Badge(state.label(), Tone.GOOD, "Offered to reps");
      case DUE_FOR_REVIEW ->
          new Badge(state.label(), Tone.WARNING, "Still offered, but its review date has passed");
      case EXPIRED -> new Badge(state.label(), Tone.BAD, "No longer offered: it has expired");
      case ARCHIVED -> new Badge(state.label(), Tone.NEUTRAL, "No longer offered");
    };
  }

  static String audience(Audience audience) {
    return audience == Audience.BUYER ? "Buyers may have it" : "Internal only";
  }

  /** How sure a guess is, in words. */
  static String confidence(double confidence) {
    if (confidence >= 0.85) return "very likely";
    if (confidence >= 0.65) return "likely";
    if (confidence >= 0.45) return "perhaps";
    return "little to go by";
  }

  static String plural(Dimension dimension) {
    return switch (dimension) {
      case PERSONA -> "Personas";
      case INDUSTRY -> "Industries";
      case PRODUCT -> "Products";
      case COMPETITOR -> "Competitors";
      case REGION -> "Regions";
    };
  }

  static String language(String code) {
    return code.equals("und")
        ? "Unknown"
        : Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }

  static String page(AssetId id) {
    return "library/" + id.value();
  }

  static String file(AssetId id) {
    return "assets/" + URLEncoder.encode(id.value(), StandardCharsets.UTF_8) + "/file";
  }

  /** Whether guesses wait for a person; titles and languages may stay guessed. */
  static long toConfirm(Asset asset) {
    return (asset.type().isInferred() ? 1 : 0)
        + (asset.audience().isInferred() ? 1 : 0)
        + asset.stages().stream().filter(Label::isInferred).count()
        + asset.terms().stream().filter(Label::isInferred).count();
  }

  static Anchor link(Asset asset) {
    var link = new Anchor(page(asset.id()), asset.title().value());
    link.setRouterIgnore(false);
    return link;
  }

  /** The first page where there is a picture of it, else the icon of its type. */
  static Component thumbnail(Asset asset) {
    var tile = new Div();
    tile.addClassName("asset-thumbnail");
    var icon = TypeIcon.of(asset.type().value()).create();
    icon.getElement().setAttribute("aria-hidden", "true");
    tile.add(icon);
    if (asset.hasPicture()) tile.add(picture(asset, ""));
    return tile;
  }

  /** Takes itself away when there is no picture of this file. */
  static Image picture(Asset asset, String description) {
    var picture =
        new Image(
            "assets/"
                + URLEncoder.encode(asset.id().value(), StandardCharsets.UTF_8)
                + "/preview.png?v="
                + asset.version(),
            description);
    picture.getElement().setAttribute("loading", "lazy");
    picture
        .getElement()
        .executeJs(
            "const gone = () => this.remove();"
                + " if (this.complete && !this.naturalWidth && this.src) gone();"
                + " else this.addEventListener('error', gone, {once: true});");
    return picture;
  }
}
