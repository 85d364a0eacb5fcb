package dev.tandem.library.classification;

import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a content lies and what its front matter calls it.
 *
 * @param folders from the nearest to the farthest; languages, years and numbers are left out
 * @param categories what keys such as "category" say
 * @param layouts what keys such as "layout" say: weaker, since all that a blog holds is a "post"
 * @param tags what keys such as "tags" say: weaker, since a text about webinars has such a tag
 * @param keys of the front matter, normalized
 */
record Place(
    List<String> folders,
    List<String> categories,
    List<String> layouts,
    List<String> tags,
    Set<String> keys) {
  private static final double IN_FOLDER = 4.5;

  /** Each folder further up says this much less. */
  private static final double FARTHER = 0.6;

  private static final double GENERAL = 0.5;
  private static final double CATEGORY = 4.5;
  private static final double LAYOUT = 2.25;
  private static final double TAG = 1.5;
  private static final double KEY = 0.8;
  private static final double MOST_FOR_KEYS = 2.4;

  private static final Set<String> CATEGORY_KEYS =
      Set.of(
          "category",
          "categories",
          "kategorie",
          "catégorie",
          "categoría",
          "kind",
          "section",
          "collection",
          "format",
          "post type",
          "page type",
          "doc type",
          "content type",
          "type",
          "series",
          "resource type",
          "asset type");

  private static final Set<String> LAYOUT_KEYS = Set.of("layout", "template", "archetype");

  private static final Set<String> TAG_KEYS =
      Set.of("tags", "tag", "keywords", "topics", "topic", "labels", "slugs");

  static Place of(Content content) {
    var folders = new ArrayList<String>();
    var parts = content.path().split("/");
    for (int i = parts.length - 2; i >= 0; i--) {
      var name = Term.normalize(parts[i].replaceAll("^\\d+[-_. ]+", ""));
      if (!name.isEmpty() && !name.matches("[a-z]{2}( [a-z]{2})?|v?[\\d ]+(x)?")) folders.add(name);
    }
    var categories = new ArrayList<String>();
    var layouts = new ArrayList<String>();
    var tags = new ArrayList<String>();
    var keys = new java.util.HashSet<String>();
    content
        .properties()
        .forEach(
            (key, values) -> {
              var name = Term.normalize(key.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2"));
              keys.add(name);
              var to =
                  CATEGORY_KEYS.contains(name)
                      ? categories
                      : LAYOUT_KEYS.contains(name)
                          ? layouts
                          : TAG_KEYS.contains(name) ? tags : null;
              if (to != null) values.forEach(value -> to.add(Term.normalize(value)));
            });
    return new Place(folders, categories, layouts, tags, keys);
  }

  double weightFor(ContentType type, TypeCues its, List<String> parts) {
    double weight = 0;
    double farther = 1;
    for (var folder : folders) {
      double here = IN_FOLDER * strength(folder, type, its) * farther;
      if (here > 0 && here > weight) {
        weight = here;
        parts.add("folder “" + folder + "”");
      }
      farther *= FARTHER;
    }
    weight += said(categories, CATEGORY, type, its, parts);
    weight += said(layouts, LAYOUT, type, its, parts);
    weight += said(tags, TAG, type, its, parts);
    long known = its.keys().stream().filter(keys::contains).count();
    if (known > 0) parts.add("front matter as usual for it");
    return weight + Math.min(MOST_FOR_KEYS, known * KEY);
  }

  private static double said(
      List<String> names, double weight, ContentType type, TypeCues its, List<String> parts) {
    double best = 0;
    for (var name : names) {
      double here = weight * strength(name, type, its);
      if (here > best) {
        best = here;
        parts.add("front matter: “" + name + "”");
      }
    }
    return best;
  }

  /** How clearly a folder or category of this name is one of the type, from 0 to 1. */
  private static double strength(String name, ContentType type, TypeCues its) {
    if (its.folder().contains(name)) return 1;
    if (its.place().contains(name)) return GENERAL;
    if (ContentType.parse(name).filter(type::equals).isPresent()) return 1;
    var padded = " " + name + " ";
    for (var phrase : its.title())
      if (padded.endsWith(" " + phrase + " ")
          || name.equals(phrase + "s")
          || (phrase.indexOf(' ') > 0 && padded.endsWith(" " + phrase + "s "))) return 1;
    for (var phrase : its.folder())
      if (phrase.indexOf(' ') > 0 && padded.contains(" " + phrase + " ")) return 0.7;
    return 0;
  }
}
