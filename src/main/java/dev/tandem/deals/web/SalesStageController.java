package dev.tandem.deals.web;

import dev.tandem.deals.StageMap;
import dev.tandem.identity.CurrentUser;
import dev.tandem.shared.CallerInput;
import dev.tandem.taxonomy.JourneyStage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Which stage of the buyer's journey stands behind which stage of the CRM. */
@RestController
@RequestMapping("/api/v1/sales-stages")
@PreAuthorize("hasAnyRole('MARKETER', 'ADMINISTRATOR')")
@Tag(name = "deals")
class SalesStageController {
  private final StageMap map;
  private final CurrentUser currentUser;

  SalesStageController(StageMap map, CurrentUser currentUser) {
    this.map = map;
    this.currentUser = currentUser;
  }

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Wanted(
      @NotBlank @Size(max = 200) String salesStage, @NotBlank @Size(max = 40) String stage) {}

  /**
   * @param crm whose default it is, or null for what somebody said here
   * @param probability to win in percent, where that CRM names one
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Mapped(
      @Nullable String crm, String salesStage, @Nullable Integer probability, String stage) {
    static Mapped of(StageMap.Entry entry) {
      return new Mapped(entry.crm(), entry.salesStage(), entry.probability(), entry.stage().id());
    }
  }

  /**
   * @param guess the stage that is taken until somebody decides, or null
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Undecided(String salesStage, long deals, @Nullable String guess, String basis) {
    static Undecided of(StageMap.Unmapped one) {
      var guess = one.guess().stage();
      return new Undecided(
          one.salesStage(),
          one.deals(),
          guess == null ? null : guess.id(),
          one.guess().basis().name().toLowerCase(Locale.ROOT));
    }
  }

  /**
   * @param mapped people's own first
   * @param glossary what the glossary says about names of stages
   * @param unmapped names that deals carry and nobody decided on, the most frequent first
   */
  record Stages(List<Mapped> mapped, List<Mapped> glossary, List<Undecided> unmapped) {}

  @GetMapping
  @Operation(summary = "Which sales stage stands for which stage of the buyer's journey")
  Stages list() {
    return new Stages(
        map.entries().stream().map(Mapped::of).toList(),
        map.glossary().stream().map(Mapped::of).toList(),
        map.unmapped().stream().map(Undecided::of).toList());
  }

  @PutMapping
  @Operation(summary = "Maps a sales stage from now on, for every deal that carries it")
  Stages put(@Valid @RequestBody Wanted wanted) {
    var stage =
        JourneyStage.parse(wanted.stage())
            .orElseThrow(
                () ->
                    CallerInput.wrong(
                        "stage: awareness, consideration, decision or post_sale is expected"));
    CallerInput.take(() -> map.put(wanted.salesStage(), stage, currentUser.require().id()));
    return list();
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Takes what somebody said about a sales stage back")
  void remove(@RequestParam("sales_stage") @NotBlank @Size(max = 200) String salesStage) {
    map.remove(salesStage);
  }
}
