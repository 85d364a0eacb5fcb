package dev.tandem.library.discovery;

import dev.tandem.library.Asset;
import dev.tandem.taxonomy.ContentType;
import dev.tandem.taxonomy.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Customers by the titles of case studies and references: "How Acme cut …", "Acme: …". */
record CustomerNames(List<Asset> assets) {
  private static final String STORY =
      "(?:customer |success )?(?:stor(?:y|ies)|case stud(?:y|ies)|testimonial)|fallstudie|kundenreferenz|anwenderbericht"
          + "|erfolgsgeschichte|étude de cas|caso de (?:éxito|estudio)|klantverhaal";

  /** What a customer of a title in capital letters does. */
  private static final String DOES =
      "(?i:cuts?|saved?s?|reduce[sd]?|use[sd]?|gr[eo]ws?|increase[sd]?|doubled?s?|scale[sd]?|buil[dt]s?|move[sd]?"
          + "|switche[sd]|migrate[sd]|gets?|got|keeps?|kept|improve[sd]?|replace[sd]?|automate[sd]?|achieve[sd]?|runs?"
          + "|makes?|made|turn(?:s|ed)|transform(?:s|ed)|launche[sd]|boost(?:s|ed)|handle[sd]|wins?|won|manage[sd]"
          + "|deliver(?:s|ed))\\b";

  private static final String NAME = "(" + TitleNames.ONE + "(?: " + TitleNames.ONE + "){0,2}?)";

  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile(
              "(?:^|[:|–—-] ?)(?i:how|wie|comment|cómo|hoe) "
                  + NAME
                  + "(?= (?:\\p{Ll}|"
                  + DOES
                  + "))"),
          Pattern.compile("(?i:" + STORY + ")\\s*[:|–—-]\\s*" + NAME + "(?=$|[,:|–—(-])"),
          Pattern.compile("(?:^|[:|–—-] ?)" + NAME + " (?i:" + STORY + ")"),
          Pattern.compile("^" + NAME + ":(?= )"));

  private static final Set<ContentType> TYPES =
      Set.of(ContentType.CASE_STUDY, ContentType.REFERENCE);
  private static final int SHORTEST = 3;
  private static final int MOST = 12;

  /**
   * @param titled the assets whose titles name it
   */
  record Customer(String name, List<Asset> titled) {}

  /** Those of most assets first. */
  List<Customer> all() {
    var found = new LinkedHashMap<String, Customer>();
    for (var asset : assets)
      if (TYPES.contains(asset.type().value()))
        in(asset.title().value())
            .ifPresent(
                name ->
                    found
                        .computeIfAbsent(
                            Term.normalize(name), key -> new Customer(name, new ArrayList<>()))
                        .titled()
                        .add(asset));
    return found.values().stream()
        .sorted(
            Comparator.comparingInt((Customer each) -> each.titled().size())
                .reversed()
                .thenComparing(Customer::name))
        .limit(MOST)
        .toList();
  }

  static Optional<String> in(String title) {
    for (var pattern : PATTERNS) {
      var hit = pattern.matcher(title);
      if (!hit.find()) continue;
      var name = hit.group(1).replaceAll("[.,;:!?]+$", "");
      var key = Term.normalize(name);
      if (key.length() >= SHORTEST && !TitleNames.isWord(key) && !key.matches(STORY))
        return Optional.of(name);
    }
    return Optional.empty();
  }
}
