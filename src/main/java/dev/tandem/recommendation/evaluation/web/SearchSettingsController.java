package dev.tandem.recommendation.evaluation.web;

import dev.tandem.api.EntityTag;
import dev.tandem.identity.CurrentUser;
import dev.tandem.recommendation.evaluation.WeightGroup;
import dev.tandem.recommendation.evaluation.WeightSettings;
import dev.tandem.recommendation.evaluation.WeightTrial;
import dev.tandem.search.SynonymChanges;
import dev.tandem.search.Synonyms;
import dev.tandem.shared.CallerInput;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The expert weights and the synonyms that are in use for everybody; every change is kept. */
@RestController
@RequestMapping("/api/v1/search-settings")
@PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
class SearchSettingsController {
  private static final int HISTORY = 50;

  private final WeightSettings weights;
  private final Synonyms synonyms;
  private final CurrentUser currentUser;
  private final ReentrantLock changing = new ReentrantLock();

  SearchSettingsController(WeightSettings weights, Synonyms synonyms, CurrentUser currentUser) {
    this.weights = weights;
    this.synonyms = synonyms;
    this.currentUser = currentUser;
  }

  /**
   * @param factors by words, meaning, notes, stage, company, offer, age, use: 0 to 4; 1 when
   *     missing
   */
  record Weights(@NotNull @Size(max = 20) Map<String, @Nullable Double> factors) {}

  /**
   * @param by, at null as long as nobody changed anything
   */
  record WeightsInUse(Map<String, Double> factors, @Nullable String by, @Nullable Instant at) {}

  /**
   * @param added groups of names that find each other, separated by commas
   * @param removed groups of the index folder whose names no longer find each other
   */
  record Groups(
      @Size(max = 200) @Nullable List<@NotNull @Size(max = 1_000) String> added,
      @Size(max = 200) @Nullable List<@NotNull @Size(max = 1_000) String> removed) {}

  record SynonymsInUse(
      List<String> added, List<String> removed, @Nullable String by, @Nullable Instant at) {}

  @GetMapping("/weights")
  @Operation(summary = "By how much each group of weights is turned up or down, newest first")
  ResponseEntity<List<WeightsInUse>> weights() {
    return answer(
        weights.history(HISTORY).stream()
            .map(one -> new WeightsInUse(factors(one.weights()), one.by(), one.at()))
            .toList(),
        WeightsInUse::at);
  }

  @PutMapping("/weights")
  @Operation(summary = "Turns groups of weights up or down, from the next request on")
  ResponseEntity<WeightsInUse> use(
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Weights wanted) {
    var factors = new EnumMap<WeightGroup, Double>(WeightGroup.class);
    wanted
        .factors()
        .forEach((name, factor) -> factors.put(group(name), factor == null ? 1.0 : factor));
    var trial = CallerInput.read(() -> new WeightTrial(factors));
    return change(ifMatch, () -> weights.use(trial, currentUser.require().id()), this::weights);
  }

  private static Map<String, Double> factors(WeightTrial trial) {
    var factors = new TreeMap<String, Double>();
    for (var group : WeightGroup.values())
      factors.put(group.name().toLowerCase(Locale.ROOT), trial.of(group));
    return factors;
  }

  private static WeightGroup group(String name) {
    for (var group : WeightGroup.values())
      if (group.name().toLowerCase(Locale.ROOT).equals(name)) return group;
    throw CallerInput.wrong("factors: there is no group of weights '" + name + "'");
  }

  @GetMapping("/synonyms")
  @Operation(summary = "What people changed about the synonyms, newest first")
  ResponseEntity<List<SynonymsInUse>> synonyms() {
    return answer(
        synonyms.history(HISTORY).stream()
            .map(
                one ->
                    new SynonymsInUse(
                        one.changes().added(), one.changes().removed(), one.by(), one.at()))
            .toList(),
        SynonymsInUse::at);
  }

  @PutMapping("/synonyms")
  @Operation(summary = "Puts other changes of the synonyms to use, from the next search on")
  ResponseEntity<SynonymsInUse> use(
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @Valid @RequestBody Groups wanted) {
    List<String> added = wanted.added() == null ? List.of() : wanted.added();
    List<String> removed = wanted.removed() == null ? List.of() : wanted.removed();
    var changes = CallerInput.read(() -> new SynonymChanges(added, removed));
    return change(ifMatch, () -> synonyms.use(changes, currentUser.require().id()), this::synonyms);
  }

  /** The tag is the moment of the newest setting, which is in use. */
  private static <T> ResponseEntity<List<T>> answer(
      List<T> settings, Function<T, @Nullable Instant> at) {
    var moment = settings.isEmpty() ? null : at.apply(settings.getFirst());
    var tag = moment == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    return ResponseEntity.ok().eTag(EntityTag.of(tag)).body(settings);
  }

  /** One after another, so that of two with the same tag the second is told. */
  private <T> ResponseEntity<T> change(
      @Nullable String ifMatch, Runnable change, Supplier<ResponseEntity<List<T>>> now) {
    changing.lock();
    try {
      EntityTag.require(ifMatch, String.valueOf(now.get().getHeaders().getETag()));
      change.run();
      var after = now.get();
      return ResponseEntity.ok()
          .eTag(after.getHeaders().getETag())
          .body(Objects.requireNonNull(after.getBody()).getFirst());
    } finally {
      changing.unlock();
    }
  }
}
