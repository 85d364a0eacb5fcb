package dev.tandem.feedback.web;

import dev.tandem.deals.Opportunities;
import dev.tandem.deals.OpportunityId;
import dev.tandem.feedback.JourneyCoverage;
import dev.tandem.feedback.JourneyCoverage.Sent;
import dev.tandem.taxonomy.JourneyStage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Which stages of the journey the buyer of a deal has content for. */
@RestController
@PreAuthorize("isAuthenticated()")
class CoverageController {
  private final Opportunities opportunities;
  private final JourneyCoverage coverage;

  CoverageController(Opportunities opportunities, JourneyCoverage coverage) {
    this.opportunities = opportunities;
    this.coverage = coverage;
  }

  /**
   * @param stage the buyer's stage now, or null
   * @param basis {@code stated, mapped, guessed} or {@code unknown}
   */
  record Answer(
      String deal,
      @Nullable String stage,
      String basis,
      List<StageAnswer> stages,
      List<SentAnswer> unlabelled) {}

  record StageAnswer(String stage, boolean covered, List<SentAnswer> sent) {}

  record SentAnswer(String asset, @Nullable String title, @Nullable String type, Instant at) {
    static SentAnswer of(Sent sent) {
      var asset = sent.asset();
      return new SentAnswer(
          sent.id().value(),
          asset == null ? null : asset.title().value(),
          asset == null ? null : asset.type().value().id(),
          sent.at());
    }
  }

  @GetMapping("/api/v1/opportunities/{id}/coverage")
  Answer coverage(@PathVariable String id) {
    var deal =
        find(id)
            .flatMap(opportunities::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no deal " + id));
    var reading = opportunities.stageOf(deal);
    var sent = coverage.of(deal.id());
    var stages =
        sent.sent().entrySet().stream()
            .map(
                stage ->
                    new StageAnswer(
                        stage.getKey().id(),
                        !stage.getValue().isEmpty(),
                        answers(stage.getValue())))
            .toList();
    JourneyStage now = reading.stage();
    return new Answer(
        deal.id().value(),
        now == null ? null : now.id(),
        reading.basis().name().toLowerCase(Locale.ROOT),
        stages,
        answers(sent.unlabelled()));
  }

  private static Optional<OpportunityId> find(String id) {
    try {
      return Optional.of(new OpportunityId(id));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static List<SentAnswer> answers(List<Sent> sent) {
    return sent.stream().map(SentAnswer::of).toList();
  }
}
