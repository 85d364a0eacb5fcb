package dev.tandem.embed;

import dev.tandem.deals.Opportunity;
import dev.tandem.library.Asset;
import dev.tandem.library.AssetId;
import dev.tandem.library.Assets;
import dev.tandem.recommendation.Slate;
import dev.tandem.recommendation.SpokenOf;
import dev.tandem.recommendation.web.RecommendationAnswer;
import dev.tandem.taxonomy.Audience;
import dev.tandem.taxonomy.JourneyStage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What the sidebar shows. */
@RestController
@RequestMapping("/embed/api")
class SidebarController {
  private static final int SLOTS = 5;
  private static final int MORE_SLOTS = 15;

  /**
   * @param known false when Tandem has no such deal; the page then offers search
   * @param mayCorrect whether this rep may state the deal's stage
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Deal(
      @Nullable String id,
      boolean known,
      @Nullable String name,
      @Nullable String account,
      @Nullable String salesStage,
      boolean mayCorrect) {}

  /**
   * @param pictures those of the assets whose first page can be shown
   * @param files those that open here and not at an address of their own
   * @param spokenOf false where no asset speaks of the rep's words: then the slate is what fits the
   *     deal without them
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Answer(
      Deal deal,
      RecommendationAnswer slate,
      List<String> pictures,
      List<String> files,
      boolean spokenOf) {}

  record Renewed(String token) {}

  private final EmbedTokens tokens;
  private final SidebarSlates slates;
  private final StatedStages stages;
  private final DealCoverage coverage;
  private final Assets assets;
  private final SpokenOf spokenOf;

  SidebarController(
      EmbedTokens tokens,
      SidebarSlates slates,
      StatedStages stages,
      DealCoverage coverage,
      Assets assets,
      SpokenOf spokenOf) {
    this.tokens = tokens;
    this.slates = slates;
    this.stages = stages;
    this.coverage = coverage;
    this.assets = assets;
    this.spokenOf = spokenOf;
  }

  @PostMapping("/token")
  Renewed renew(@AuthenticationPrincipal EmbedContext context) {
    return tokens
        .renew(context)
        .map(Renewed::new)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.UNAUTHORIZED, "The sitting has ended; reload the page."));
  }

  /**
   * @param q the rep's words, may be empty
   * @param stage a journey stage that the rep looks at instead of the deal's own, or null
   * @param more whether to show a longer list
   */
  @GetMapping("/slate")
  Answer slate(
      @AuthenticationPrincipal EmbedContext context,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String stage,
      @RequestParam(defaultValue = "false") boolean more) {
    var chosen = stage == null || stage.isBlank() ? null : stage(stage);
    var slate = slates.recommend(context, q, chosen, more ? MORE_SLOTS : SLOTS);
    return new Answer(
        slates.deal(context).map(deal -> known(context, deal)).orElseGet(() -> unknown(context)),
        RecommendationAnswer.of(slate, null, List.of()),
        those(slate, Asset::hasPicture),
        those(slate, Asset::hasFile),
        spokenOf.anything(q, Set.of(Audience.values())));
  }

  @GetMapping("/coverage")
  DealCoverage.Answer coverage(@AuthenticationPrincipal EmbedContext context) {
    return coverage.of(slates.deal(context).orElse(null));
  }

  /**
   * @param stage what the rep states, or null to go by the CRM's stage again
   */
  record Correction(@Nullable String stage) {}

  /**
   * @param before what was stated before, or null: to take it back
   */
  record Corrected(@Nullable String before) {}

  @PutMapping("/stage")
  Corrected correct(
      @AuthenticationPrincipal EmbedContext context, @RequestBody Correction correction) {
    var deal =
        slates
            .deal(context)
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "Tandem does not know this deal yet."));
    if (!stages.mayCorrect(context.rep(), deal))
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "The deal belongs to " + deal.owner() + ".");
    var before = deal.stageOverride();
    stages.state(deal, correction.stage() == null ? null : stage(correction.stage()));
    return new Corrected(before == null ? null : before.id());
  }

  record FileWanted(@NotBlank @Size(max = 128) String asset) {}

  /**
   * @param path opens the file for two minutes, in a window that can send no header
   */
  record Ticket(String path) {}

  @PostMapping("/tickets")
  Ticket ticket(
      @AuthenticationPrincipal EmbedContext context, @Valid @RequestBody FileWanted wanted) {
    AssetId id;
    try {
      id = new AssetId(wanted.asset());
    } catch (IllegalArgumentException malformed) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such asset.");
    }
    if (assets.find(id).filter(asset -> asset.hasFile()).isEmpty())
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such file.");
    return new Ticket(
        "/embed/api/assets/" + id.value() + "/file?ticket=" + tokens.ticket(context, id));
  }

  private static List<String> those(Slate slate, Predicate<Asset> are) {
    return slate.items().stream()
        .map(Slate.Item::asset)
        .filter(are)
        .map(asset -> asset.id().value())
        .toList();
  }

  private Deal known(EmbedContext context, Opportunity deal) {
    return new Deal(
        deal.id().value(),
        true,
        deal.name(),
        deal.account(),
        deal.salesStage(),
        stages.mayCorrect(context.rep(), deal));
  }

  private static Deal unknown(EmbedContext context) {
    return new Deal(
        context.deal() == null ? null : context.deal().value(),
        false,
        context.hint().name(),
        null,
        context.hint().stage(),
        false);
  }

  private static JourneyStage stage(String text) {
    return JourneyStage.parse(text)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "stage must be awareness, consideration, decision or post_sale"));
  }
}
