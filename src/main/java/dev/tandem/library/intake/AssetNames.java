package dev.tandem.library.intake;

import dev.tandem.library.AssetId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/** Makes ids for assets that come without one. */
final class AssetNames {
  private static final int LONGEST = 80;

  private AssetNames() {}

  /** From the title, made unique by a number. */
  static AssetId unused(String title, Predicate<AssetId> taken) {
    var slug = slug(title);
    var id = new AssetId(slug);
    for (int number = 2; taken.test(id); number++) id = new AssetId(slug + "-" + number);
    return id;
  }

  static String slug(String title) {
    var plain =
        title
            .toLowerCase(Locale.ROOT)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    var letters =
        Normalizer.normalize(plain, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^\\p{L}\\p{N}]+", "-");
    if (letters.length() > LONGEST) {
      int cut = letters.lastIndexOf('-', LONGEST);
      letters = letters.substring(0, cut > 20 ? cut : LONGEST);
    }
    var slug = letters.replaceAll("^-+|-+$", "");
    return slug.isEmpty() ? "asset" : slug;
  }
}
