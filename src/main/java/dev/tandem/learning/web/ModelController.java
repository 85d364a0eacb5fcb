package dev.tandem.learning.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Roles;
import dev.tandem.learning.ModelRegistry;
import dev.tandem.learning.RankingModels;
import dev.tandem.learning.Rival;
import dev.tandem.learning.experiments.LiveResults;
import dev.tandem.learning.training.TrainingSchedule;
import dev.tandem.shared.CallerInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Which models there are, what is compared, and training on demand; for administrators. */
@RestController
@Profile("!command")
@RequestMapping("/api/v1/models")
@PreAuthorize("hasRole('" + Roles.ADMINISTRATOR + "')")
class ModelController {
  private static final int HISTORY = 100;

  private final RankingModels models;
  private final ModelRegistry registry;
  private final LiveResults results;
  private final TrainingSchedule schedule;
  private final CurrentUser currentUser;

  ModelController(
      RankingModels models,
      ModelRegistry registry,
      LiveResults results,
      TrainingSchedule schedule,
      CurrentUser currentUser) {
    this.models = models;
    this.registry = registry;
    this.results = results;
    this.schedule = schedule;
    this.currentUser = currentUser;
  }

  @GetMapping
  ModelAnswer models() {
    return new ModelAnswer(
        models.inUse().version(),
        models.rival().filter(Rival::canary).map(rival -> rival.model().version()).orElse(null),
        ModelAnswer.Comparison.of(results.now()),
        ModelAnswer.Training.of(schedule.status()),
        registry.history(HISTORY).stream().map(ModelAnswer.Decided::of).toList());
  }

  /**
   * @param dryRun everything but the decision
   */
  record Call(@JsonProperty("dry_run") @Nullable Boolean dryRun) {}

  /**
   * @param version of a model of the history, or of the prior
   * @param reason kept with the decision
   */
  record Choice(
      @NotBlank @Size(max = 200) String version, @Size(max = 500) @Nullable String reason) {}

  /** From the next request on; the next training compares with it. */
  @PostMapping("/use")
  ModelAnswer use(@Valid @RequestBody Choice choice) {
    var reason = choice.reason();
    CallerInput.take(
        () ->
            registry.choose(
                choice.version(),
                reason == null || reason.isBlank() ? "chosen over the API" : reason.strip(),
                currentUser.require().id()));
    return models();
  }

  /** Begins in the background; how it goes on stands in the answer to {@code GET}. */
  @PostMapping("/train")
  @ResponseStatus(HttpStatus.ACCEPTED)
  ModelAnswer.Training train(@RequestBody(required = false) @Nullable Call call) {
    boolean dryRun = call != null && Objects.requireNonNullElse(call.dryRun(), false);
    if (!schedule.start(dryRun, report -> {}, failure -> {}))
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "training is going on; see GET /api/v1/models");
    return ModelAnswer.Training.of(schedule.status());
  }
}
