package dev.tandem.taxonomy.web;

import dev.tandem.shared.CallerInput;
import dev.tandem.taxonomy.Dimension;
import dev.tandem.taxonomy.Taxonomy;
import dev.tandem.taxonomy.Taxonomy.KnownTerm;
import dev.tandem.taxonomy.VocabularyCandidates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The company's own words: {@code persona, industry, product, competitor, region}. */
@RestController
@RequestMapping("/api/v1/vocabularies")
@PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
@Tag(name = "taxonomy")
class VocabularyController {
  private final Taxonomy taxonomy;
  private final VocabularyCandidates candidates;

  VocabularyController(Taxonomy taxonomy, VocabularyCandidates candidates) {
    this.taxonomy = taxonomy;
    this.candidates = candidates;
  }

  /**
   * @param aliases other names, which are added to those that are there
   */
  record Wanted(
      @NotBlank @Size(max = 120) String label,
      @Size(max = 50) @Nullable List<@NotBlank @Size(max = 120) String> aliases) {}

  /**
   * @param builtIn shipped with Tandem rather than named by the company
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Word(String label, List<String> aliases, boolean builtIn) {
    static Word of(KnownTerm known) {
      return new Word(known.term().label(), known.aliases(), known.builtIn());
    }
  }

  /**
   * @param candidates names that stand out in the titles of the library and are in no vocabulary
   */
  record Words(List<Word> terms, List<VocabularyCandidates.Candidate> candidates) {}

  @GetMapping("/{dimension}")
  @Operation(summary = "The words of a vocabulary, and names that may belong into it")
  Words list(@PathVariable String dimension) {
    var of = dimension(dimension);
    return new Words(taxonomy.terms(of).stream().map(Word::of).toList(), candidates.of(of));
  }

  @PostMapping("/{dimension}")
  @Operation(summary = "Adds a word, or other names to one that is there")
  Word add(@PathVariable String dimension, @Valid @RequestBody Wanted wanted) {
    var of = dimension(dimension);
    List<String> aliases = wanted.aliases() == null ? List.of() : wanted.aliases();
    var term = taxonomy.resolve(of, wanted.label()).orElse(null);
    var fresh = new ArrayList<String>();
    for (var alias : aliases) {
      var other = CallerInput.read(() -> taxonomy.resolve(of, alias)).orElse(null);
      if (other == null) fresh.add(alias);
      else if (!other.equals(term))
        throw new ResponseStatusException(
            HttpStatus.CONFLICT, "'%s' means '%s' already".formatted(alias, other.label()));
    }
    var kept = CallerInput.read(() -> taxonomy.resolveOrAdd(of, wanted.label()));
    fresh.forEach(alias -> CallerInput.take(() -> taxonomy.addAlias(kept, alias)));
    return taxonomy.terms(of).stream()
        .filter(known -> known.term().equals(kept))
        .findFirst()
        .map(Word::of)
        .orElseThrow();
  }

  private static Dimension dimension(String id) {
    for (var each : Dimension.values()) if (each.id().equals(id)) return each;
    throw CallerInput.missing(
        "there is no vocabulary '"
            + id
            + "'; there are persona, industry, product, competitor,"
            + " region");
  }
}
