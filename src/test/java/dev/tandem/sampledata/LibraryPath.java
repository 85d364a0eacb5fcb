package dev.tandem.sampledata;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Where a company would have put the file and what its people would have called it: folders by
 * habit, some by product, and names in several styles. ASCII, so that every file system agrees.
 */
final class LibraryPath {
  private LibraryPath() {}

  static String of(AssetSource asset) {
    return folder(asset) + "/" + name(asset) + "." + asset.format().extension();
  }

  private static String folder(AssetSource asset) {
    var german = asset.german();
    return switch (asset.type()) {
      case BLOG_POST -> "Website/blog/" + asset.written().getYear();
      case OTHER, INFOGRAPHIC -> "Website/resources";
      case EBOOK, WHITE_PAPER, REPORT -> german ? "Website/downloads/DE" : "Website/downloads";
      case WEBINAR, PODCAST -> "Events and media/" + asset.type().label() + "s";
      case CASE_STUDY -> german ? "Customers/Case studies/DE" : "Customers/Case studies";
      case REFERENCE -> "Customers/References";
      case BATTLECARD -> "Sales/Competition";
      case COMPARISON -> "Sales/Competition/for customers";
      case PRICING -> "Sales/Prices";
      case PROPOSAL -> "Sales/Proposals";
      case BUSINESS_CASE, ROI_CALCULATOR -> "Sales/Value";
      case EMAIL -> "Sales/Mail templates";
      case TEMPLATE -> "Sales/Templates";
      case PRESENTATION -> "Sales/Decks";
      case SECURITY -> "Trust center";
      case HOW_TO, ONBOARDING_GUIDE, RELEASE_NOTES -> "Customer success/" + product(asset);
      default -> german ? "Product marketing/DE" : "Product marketing/" + product(asset);
    };
  }

  private static String product(AssetSource asset) {
    return asset.products().size() == 1
        ? asset.products().getFirst().replace("Larkspur ", "")
        : "All products";
  }

  private static String name(AssetSource asset) {
    var title = ascii(asset.title());
    return switch (Math.floorMod(asset.id().hashCode(), 5)) {
      case 0 -> asset.id();
      case 1 -> shorten(title);
      case 2 -> title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
      case 3 -> asset.written().toString().substring(0, 7) + "_" + words(asset.id());
      default ->
          words(asset.id().replaceFirst("-de$", ""))
              + (asset.german() ? "_DE" : "")
              + version(asset);
    };
  }

  private static String version(AssetSource asset) {
    return List.of("", "_v2", "_final", "_v3_FINAL").get(Math.floorMod(asset.id().length(), 4));
  }

  private static String words(String id) {
    var text = id.replace('-', '_');
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String shorten(String title) {
    var words = title.replaceAll("[^A-Za-z0-9 ,&()-]+", "").replaceAll(" +", " ").strip();
    return words.length() <= 70 ? words : words.substring(0, words.lastIndexOf(' ', 70));
  }

  static String ascii(String text) {
    var german =
        text.replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("Ä", "Ae")
            .replace("Ö", "Oe")
            .replace("Ü", "Ue")
            .replace("ß", "ss")
            .replace('–', '-');
    return Normalizer.normalize(german, Normalizer.Form.NFD).replaceAll("[^\\x20-\\x7e]", "");
  }
}
