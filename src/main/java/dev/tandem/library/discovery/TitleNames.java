package dev.tandem.library.discovery;

import dev.tandem.taxonomy.Term;
import dev.tandem.taxonomy.VocabularyCandidates.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names in titles: rivals by the company they keep ("X vs Y"), products by coming again. */
record TitleNames(List<String> titles) {
  static final String ONE =
      "(?:\\p{Lu}[\\p{L}\\p{N}.+&-]*|\\p{Ll}+\\p{Lu}[\\p{L}\\p{N}]*|[\\p{Ll}\\p{N}]+[.-][\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])";
  private static final String NAME = "(" + ONE + "(?: " + ONE + "){0,2})";

  private static final Pattern VERSUS =
      Pattern.compile("(?i)\\s+(?:vs\\.?|versus|or|oder|and|und)\\s+");
  private static final Pattern COMPARES =
      Pattern.compile(
          "(?i)(?<!\\p{L})(vs\\.?|versus|compared?|comparing|comparison|im vergleich|comparatif|comparativa)(?!\\p{L})");
  private static final Pattern LAST_NAME = Pattern.compile(NAME + "$");
  private static final Pattern FIRST_NAME = Pattern.compile("^" + NAME);
  private static final List<Pattern> RIVALS =
      List.of(
          Pattern.compile(
              "(?i:alternatives? (?:to|zu|für|à)|alternativas? a|alternatief voor) " + NAME),
          Pattern.compile(NAME + " (?i:alternatives?|alternativen)\\b"),
          Pattern.compile(
              "(?i:(?:switch(?:ing|ed)?|migrat(?:e|ing|ed|ion)|mov(?:e|ing|ed)|coming) (?:away )?from|umstieg von|wechsel von|replac(?:e[sd]?|ing)|ditch(?:ed|ing)?) "
                  + NAME));

  /** A name inside a sentence, where a capital letter is no matter of course. */
  private static final Pattern INSIDE = Pattern.compile("(?<=\\p{Ll} |, )" + NAME);

  private static final Pattern MARKED = Pattern.compile(NAME + "\\s?[™®]");

  /** Capital letters that name nothing of somebody's. */
  private static final Set<String> WORDS =
      Set.of(
          "a",
          "i",
          "the",
          "guide",
          "comparison",
          "ai",
          "api",
          "apis",
          "faq",
          "it",
          "q and a",
          "us",
          "uk",
          "eu",
          "roi",
          "crm",
          "erp",
          "seo",
          "saas",
          "sql",
          "css",
          "html",
          "json",
          "pdf",
          "sdk",
          "ui",
          "ux",
          "b2b",
          "gdpr",
          "dsgvo",
          "soc",
          "iso",
          "hipaa",
          "kpi",
          "kpis",
          "part",
          "step",
          "version",
          "english",
          "german",
          "spanish",
          "french",
          "open source",
          "how",
          "why",
          "what",
          "which",
          "best",
          "top",
          "new",
          "free",
          "cloud",
          "self-hosted");

  private static final int LEAST_TITLES_OF_PRODUCT = 3;
  private static final int MOST = 12;

  List<Candidate> rivals() {
    var found = new LinkedHashMap<String, Mentions>();
    int compared = 0;
    for (var title : titles) {
      var sides = sides(title);
      if (sides.size() > 1) compared++;
      sides.forEach(name -> note(found, name, title));
      for (var pattern : RIVALS)
        pattern.matcher(title).results().forEach(hit -> note(found, hit.group(1), title));
    }
    int comparisons = compared;
    var own = own(found, comparisons);
    return ranked(
        found.values().stream().filter(it -> own.isEmpty() || !own.get().equals(it.key())).toList(),
        1);
  }

  /** Who is compared with everybody else is the company itself. */
  private static Optional<String> own(Map<String, Mentions> found, int comparisons) {
    return found.values().stream()
        .max(Comparator.comparingInt(Mentions::count))
        .filter(it -> it.count() >= 3 && 2 * it.count() >= comparisons)
        .map(Mentions::key);
  }

  List<Candidate> products() {
    var rivals = rivals().stream().map(it -> Term.normalize(it.name())).toList();
    var found = new LinkedHashMap<String, Mentions>();
    for (var title : titles) {
      MARKED.matcher(title).results().forEach(hit -> note(found, hit.group(1), title));
      if (!isTitleCase(title))
        INSIDE.matcher(title).results().forEach(hit -> note(found, hit.group(1), title));
    }
    return ranked(
        found.values().stream().filter(it -> !rivals.contains(it.key())).toList(),
        LEAST_TITLES_OF_PRODUCT);
  }

  /** The names beside each "vs"; none where the title does not compare. */
  private static List<String> sides(String title) {
    if (!COMPARES.matcher(title).find()) return List.of();
    var names = new ArrayList<String>();
    var parts = VERSUS.split(title.replaceAll("[:|(–—].*$", ""));
    if (parts.length < 2) return List.of();
    for (int i = 0; i < parts.length; i++) {
      var side = (i == 0 ? LAST_NAME : FIRST_NAME).matcher(parts[i].strip());
      if (side.find()) names.add(side.group(1));
    }
    return names;
  }

  /** No longer word is written small, so that capital letters say nothing. */
  private static boolean isTitleCase(String title) {
    return Arrays.stream(title.split("\\s+")).noneMatch(word -> word.matches("\\p{Ll}{5,}.*"));
  }

  /** Whether a name in normalized spelling names nothing of somebody's. */
  static boolean isWord(String key) {
    return WORDS.contains(key);
  }

  private static void note(Map<String, Mentions> found, String name, String title) {
    var clean = name.replaceAll("[.,;:!?]+$", "");
    var key = Term.normalize(clean);
    if (key.length() < 3 || WORDS.contains(key) || key.matches("\\d+|20\\d\\d.*")) return;
    found.computeIfAbsent(key, none -> new Mentions(key, clean, new ArrayList<>())).add(title);
  }

  private static List<Candidate> ranked(List<Mentions> found, int least) {
    return found.stream()
        .filter(it -> it.count() >= least)
        .sorted(Comparator.comparingInt(Mentions::count).reversed().thenComparing(Mentions::key))
        .limit(MOST)
        .map(it -> new Candidate(it.name(), it.count(), it.titles().getFirst()))
        .toList();
  }

  private record Mentions(String key, String name, List<String> titles) {
    void add(String title) {
      if (!titles.contains(title)) titles.add(title);
    }

    int count() {
      return titles.size();
    }
  }
}
