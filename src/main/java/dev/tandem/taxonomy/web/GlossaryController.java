package dev.tandem.taxonomy.web;

import dev.tandem.api.EntityTag;
import dev.tandem.identity.CurrentUser;
import dev.tandem.shared.CallerInput;
import dev.tandem.taxonomy.Glossary;
import dev.tandem.taxonomy.JourneyStage;
import dev.tandem.taxonomy.StaleWordException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What both teams mean by a word, in versions; the version is the {@code ETag}. */
@RestController
@RequestMapping("/api/v1/glossary")
@PreAuthorize("isAuthenticated()")
@Tag(name = "taxonomy")
class GlossaryController {
  private final Glossary glossary;
  private final CurrentUser currentUser;

  GlossaryController(Glossary glossary, CurrentUser currentUser) {
    this.glossary = glossary;
    this.currentUser = currentUser;
  }

  /**
   * @param stage of the buyer's journey, where the word is what the CRM calls a stage
   */
  record Wanted(
      @NotBlank @Size(max = 120) String term,
      @NotBlank @Size(max = 2_000) String definition,
      @Size(max = 20) @Nullable List<@NotBlank @Size(max = 120) String> synonyms,
      @Size(max = 40) @Nullable String stage) {}

  /**
   * @param definition empty once it is not used any more
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Word(
      long id,
      String term,
      String definition,
      List<String> synonyms,
      @Nullable String stage,
      int version,
      String changedBy,
      Instant changedAt) {
    static Word of(Glossary.Entry entry) {
      var stage = entry.stage();
      return new Word(
          entry.id(),
          entry.term(),
          entry.definition(),
          entry.synonyms(),
          stage == null ? null : stage.id(),
          entry.version(),
          entry.changedBy().value(),
          entry.changedAt());
    }
  }

  @GetMapping
  @Operation(summary = "The words in use, by name")
  List<Word> list() {
    return glossary.entries().stream().map(Word::of).toList();
  }

  @GetMapping("/{id}/versions")
  @Operation(summary = "All versions of a word, newest first")
  List<Word> versions(@PathVariable long id) {
    var versions = glossary.history(id);
    if (versions.isEmpty()) throw missing(id);
    return versions.stream().map(Word::of).toList();
  }

  @PutMapping
  @PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
  @Operation(summary = "Writes the next version of a word, or its first; If-Match: its version")
  ResponseEntity<Word> define(
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Wanted wanted) {
    var now = glossary.find(wanted.term()).filter(Glossary.Entry::inUse);
    require(ifMatch, now);
    List<String> synonyms = wanted.synonyms() == null ? List.of() : wanted.synonyms();
    var stage = stage(wanted.stage());
    var by = currentUser.require().id();
    int version = now.map(Glossary.Entry::version).orElse(0);
    var entry =
        unlessStale(
            () ->
                ifMatch == null
                    ? glossary.define(wanted.term(), wanted.definition(), synonyms, stage, by)
                    : glossary.defineAt(
                        wanted.term(), version, wanted.definition(), synonyms, stage, by));
    return ResponseEntity.ok().eTag(EntityTag.of(entry.version())).body(Word.of(entry));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
  @Operation(summary = "Takes a word out of use; its versions stay. If-Match: its version")
  void retire(
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @PathVariable long id) {
    var now =
        glossary.history(id).stream()
            .findFirst()
            .filter(Glossary.Entry::inUse)
            .orElseThrow(() -> missing(id));
    require(ifMatch, Optional.of(now));
    var by = currentUser.require().id();
    var _ =
        unlessStale(
            () -> {
              if (ifMatch == null) glossary.retire(id, by);
              else glossary.retireAt(id, now.version(), by);
              return true;
            });
  }

  /** The glossary compares again, in the transaction that writes. */
  private static void require(@Nullable String ifMatch, Optional<Glossary.Entry> now) {
    EntityTag.require(ifMatch, now.map(entry -> EntityTag.of(entry.version())).orElse("none"));
  }

  private static <T> T unlessStale(Supplier<T> writing) {
    try {
      return CallerInput.read(writing);
    } catch (StaleWordException stale) {
      throw EntityTag.stale();
    }
  }

  private static @Nullable JourneyStage stage(@Nullable String id) {
    if (id == null || id.isBlank()) return null;
    return JourneyStage.parse(id)
        .orElseThrow(
            () ->
                CallerInput.wrong(
                    "stage: awareness, consideration, decision or post_sale is expected"));
  }

  private static RuntimeException missing(long id) {
    return CallerInput.missing("there is no word " + id + " in use");
  }
}
