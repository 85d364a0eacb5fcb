package dev.tandem.library.manifest;

import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stages of the buyer's journey by the names that marketing teams write into their lists. */
final class MarketersStages {
  private static final Map<JourneyStage, List<String>> ALSO =
      Map.of(
          JourneyStage.AWARENESS,
          List.of("tofu", "top of funnel", "top of the funnel", "discovery", "interest"),
          JourneyStage.CONSIDERATION,
          List.of("mofu", "middle of funnel", "middle of the funnel", "mid funnel", "evaluation"),
          JourneyStage.DECISION,
          List.of("bofu", "bottom of funnel", "bottom of the funnel", "purchase", "conversion"),
          JourneyStage.POST_SALE,
          List.of(
              "post purchase",
              "onboarding",
              "adoption",
              "retention",
              "renewal",
              "expansion",
              "loyalty",
              "advocacy",
              "existing customer",
              "customer"));

  private MarketersStages() {}

  static Optional<JourneyStage> read(String name) {
    var known = JourneyStage.parse(name);
    if (known.isPresent()) return known;
    var wanted = Term.normalize(name).replaceFirst(" stage$", "");
    return ALSO.entrySet().stream()
        .filter(it -> it.getValue().contains(wanted))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
