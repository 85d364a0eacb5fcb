package dev.tandem.library.discovery;

import dev.tandem.library.Asset;
import dev.tandem.taxonomy.Term;
import dev.tandem.taxonomy.VocabularyCandidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Industries by the folders that sort content by them, and by titles that say the word. */
record IndustryNames(List<Asset> assets) {
  private static final Set<String> FOLDERS =
      Set.of(
          "industries",
          "industry",
          "verticals",
          "sectors",
          "branchen",
          "branche",
          "secteurs",
          "sectores",
          "industrias",
          "sectoren",
          "branches");

  private static final Pattern IN_TITLE =
      Pattern.compile(
          "(?i)\\b(?:in|for|of|across) (?:the )?([\\p{L}&]+(?:[ -][\\p{L}&]+){0,1}) (?:industry|sector)\\b"
              + "|\\b(?:in|für) (?:der|die) ([\\p{L}]+(?:-[\\p{L}]+)?)-?branche\\b");

  private static final Set<String> WORDS =
      Set.of("your", "our", "this", "every", "any", "whole", "the", "their", "index", "overview");

  private static final int LEAST_TITLES = 2;
  private static final int SHORTEST = 3;
  private static final int MOST = 12;

  private record Mentions(String name, List<String> titles, boolean folder) {}

  List<Candidate> all() {
    var found = new LinkedHashMap<String, Mentions>();
    for (var asset : assets) {
      var title = asset.title().value();
      folder(asset).ifPresent(name -> note(found, name, title, true));
      var hits = IN_TITLE.matcher(title);
      while (hits.find())
        note(found, hits.group(1) != null ? hits.group(1) : hits.group(2), title, false);
    }
    return found.values().stream()
        .filter(each -> each.folder() || each.titles().size() >= LEAST_TITLES)
        .sorted(
            Comparator.comparingInt((Mentions each) -> each.titles().size())
                .reversed()
                .thenComparing(Mentions::name))
        .limit(MOST)
        .map(each -> new Candidate(each.name(), each.titles().size(), each.titles().getFirst()))
        .toList();
  }

  /** What stands below a folder of industries: another folder, or the file itself. */
  private static Optional<String> folder(Asset asset) {
    var path = asset.sourcePath();
    if (path == null) return Optional.empty();
    var parts = path.split("/");
    for (int i = 0; i + 1 < parts.length; i++)
      if (FOLDERS.contains(Term.normalize(parts[i]))) {
        boolean file = i + 2 == parts.length;
        return Optional.of(
            file ? parts[i + 1].replaceAll("\\.[A-Za-z0-9]{1,5}$", "") : parts[i + 1]);
      }
    return Optional.empty();
  }

  private static void note(
      LinkedHashMap<String, Mentions> found, String raw, String title, boolean folder) {
    var key = Term.normalize(raw);
    if (key.length() < SHORTEST || key.split(" ").length > 3 || WORDS.contains(key)) return;
    var name = key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    var known = found.get(key);
    var titles = known == null ? new ArrayList<String>() : new ArrayList<>(known.titles());
    if (!titles.contains(title)) titles.add(title);
    found.put(key, new Mentions(name, titles, folder || (known != null && known.folder())));
  }
}
