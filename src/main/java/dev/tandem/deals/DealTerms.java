package dev.tandem.deals;

import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a deal in a caller's words; looks words up, and never adds to a vocabulary. */
@Component
class DealTerms {
  private static final int LONGEST_LABEL = 120;

  private final Taxonomy taxonomy;
  private final StageMap stages;

  DealTerms(Taxonomy taxonomy, StageMap stages) {
    this.taxonomy = taxonomy;
    this.stages = stages;
  }

  DealContext read(DealDescription words) {
    return new DealContext(
        null,
        stage(words.stage()),
        term(Dimension.INDUSTRY, words.industry()),
        blankToNull(words.companySize()),
        term(Dimension.REGION, words.region()),
        terms(Dimension.PERSONA, words.personas()),
        terms(Dimension.COMPETITOR, words.competitors()),
        terms(Dimension.PRODUCT, words.products()),
        blankToNull(words.notes()));
  }

  private StageReading stage(@Nullable String words) {
    if (words == null || words.isBlank()) return StageReading.UNKNOWN;
    return JourneyStage.parse(words)
        .map(stage -> new StageReading(stage, StageReading.Basis.STATED))
        .orElseGet(() -> stages.read(words, Outcome.OPEN));
  }

  private List<Term> terms(Dimension dimension, List<String> names) {
    return names.stream()
        .filter(name -> !name.isBlank())
        .map(name -> known(dimension, name))
        .distinct()
        .toList();
  }

  private @Nullable Term term(Dimension dimension, @Nullable String name) {
    return name == null || name.isBlank() ? null : known(dimension, name);
  }

  private Term known(Dimension dimension, String name) {
    var label = name.strip();
    var fitting = label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL);
    return taxonomy.resolve(dimension, fitting).orElseGet(() -> new Term(dimension, fitting));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
