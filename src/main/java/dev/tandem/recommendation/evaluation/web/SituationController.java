package dev.tandem.recommendation.evaluation.web;

import dev.tandem.identity.CurrentUser;
import dev.tandem.learning.Judgments;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.recommendation.DescribedDeal;
import dev.tandem.recommendation.EvaluationSituation;
import dev.tandem.recommendation.evaluation.JudgedSituations;
import dev.tandem.shared.CallerInput;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Situations that people wrote down, and which assets they said serve them. */
@RestController
@RequestMapping("/api/v1/situations")
@PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
class SituationController {
  private final JudgedSituations situations;
  private final Assets assets;
  private final CurrentUser currentUser;

  SituationController(JudgedSituations situations, Assets assets, CurrentUser currentUser) {
    this.situations = situations;
    this.assets = assets;
    this.currentUser = currentUser;
  }

  /**
   * @param query what a rep types; may be empty where a deal is described
   * @param kind whatever situations are sorted by, or null
   */
  record Wanted(
      @Size(max = JudgedSituations.LONGEST_QUERY) @Nullable String query,
      @Nullable DescribedDeal deal,
      @Size(max = 100) @Nullable String kind) {}

  /**
   * @param grade from 0 (wrong) to 3 (exactly right); null takes it back
   */
  record Verdict(@Min(0) @Max(Judgments.HIGHEST_GRADE) @Nullable Integer grade) {}

  /**
   * @param grades by asset
   */
  record Judged(
      String id,
      String query,
      DescribedDeal deal,
      @Nullable String kind,
      Map<String, Integer> grades) {
    static Judged of(EvaluationSituation one, Map<String, Integer> grades) {
      return new Judged(one.id(), one.query(), one.deal(), one.kind(), new TreeMap<>(grades));
    }
  }

  @GetMapping
  @Operation(summary = "The situations that people wrote down, with their grades")
  List<Judged> list() {
    var grades = situations.judgments();
    return situations.all().stream().map(one -> Judged.of(one, grades.of(one.id()))).toList();
  }

  @PostMapping
  @Operation(summary = "Writes down a situation to judge rankings by")
  ResponseEntity<Judged> add(@Valid @RequestBody Wanted wanted) {
    var query = wanted.query() == null ? "" : wanted.query().strip();
    var deal = wanted.deal() == null ? DescribedDeal.NOTHING : wanted.deal();
    if (query.isEmpty() && deal.equals(DescribedDeal.NOTHING))
      throw CallerInput.wrong("say what a rep types, or describe a deal");
    var kind = wanted.kind() == null || wanted.kind().isBlank() ? null : wanted.kind().strip();
    var made =
        CallerInput.read(() -> situations.add(query, deal, kind, currentUser.require().id()));
    return ResponseEntity.created(URI.create("/api/v1/situations/" + made.id()))
        .body(Judged.of(made, Map.of()));
  }

  @PutMapping("/{id}/grades/{asset}")
  @Operation(summary = "Grades an asset for a situation; null takes the grade back")
  Judged judge(
      @PathVariable String id, @PathVariable String asset, @Valid @RequestBody Verdict verdict) {
    var situation = found(id);
    var known = CallerInput.read(() -> new AssetId(asset));
    if (assets.find(known).isEmpty()) throw CallerInput.missing("no asset " + asset);
    situations.judge(id, known.value(), verdict.grade(), currentUser.require().id());
    return Judged.of(situation, situations.judgments().of(id));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Removes a situation with its grades")
  void delete(@PathVariable String id) {
    situations.delete(found(id).id());
  }

  private EvaluationSituation found(String id) {
    return situations
        .find(id)
        .orElseThrow(() -> CallerInput.missing("there is no situation " + id));
  }
}
