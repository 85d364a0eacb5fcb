package dev.tandem.deals.web;

import dev.tandem.api.EntityTag;
import dev.tandem.api.PageCursor;
import dev.tandem.deals.DealJson;
import dev.tandem.deals.Opportunities;
import dev.tandem.deals.Opportunity;
import dev.tandem.deals.OpportunityId;
import dev.tandem.deals.OpportunityQuery;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.UserId;
import dev.tandem.shared.CallerInput;
import dev.tandem.taxonomy.Taxonomy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Deals one by one, as a CRM adapter keeps them. */
@RestController
@RequestMapping("/api/v1/opportunities")
@PreAuthorize("isAuthenticated()")
class OpportunityController {
  private final ReentrantLock[] locks =
      Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);
  private final Opportunities opportunities;
  private final Taxonomy taxonomy;
  private final CurrentUser currentUser;

  OpportunityController(Opportunities opportunities, Taxonomy taxonomy, CurrentUser currentUser) {
    this.opportunities = opportunities;
    this.taxonomy = taxonomy;
    this.currentUser = currentUser;
  }

  /**
   * @param next where the next page begins, or null after the last one
   */
  record Page(long total, List<DealJson> items, @Nullable String next) {}

  /**
   * Deals by name.
   *
   * @param cursor {@code next} of the page before
   */
  @GetMapping
  Page list(
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    int most = CallerInput.limit(limit);
    int offset = PageCursor.read(cursor);
    var page =
        opportunities.list(
            new OpportunityQuery(
                null, null, null, "", OpportunityQuery.Sort.NAME, false, offset, most));
    var items =
        page.deals().stream().map(deal -> DealJson.of(deal, opportunities.stageOf(deal))).toList();
    return new Page(page.total(), items, PageCursor.next(offset, items.size(), page.total()));
  }

  /** The {@code ETag} of the answer, sent back as {@code If-Match}, guards a later change. */
  @GetMapping("/{id}")
  ResponseEntity<DealJson> get(@PathVariable String id) {
    var deal =
        opportunities
            .find(id(id))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no deal " + id));
    return ResponseEntity.ok().eTag(tag(deal)).body(DealJson.of(deal, opportunities.stageOf(deal)));
  }

  /**
   * @param stage of the buyer's journey that is read from it, or null
   * @param basis stated, mapped, guessed or unknown
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Entered(String salesStage, @Nullable String stage, String basis, Instant enteredOn) {}

  /** The stages it went through, oldest first. */
  @GetMapping("/{id}/stages")
  List<Entered> stages(@PathVariable String id) {
    if (opportunities.find(id(id)).isEmpty())
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "no deal " + id);
    return opportunities.stageHistory(id(id)).stream()
        .map(
            one ->
                new Entered(
                    one.salesStage(),
                    one.stage().stage() == null ? null : one.stage().stage().id(),
                    one.stage().basis().name().toLowerCase(Locale.ROOT),
                    one.enteredOn()))
        .toList();
  }

  private static String tag(Opportunity deal) {
    return EntityTag.of(ChronoUnit.MICROS.between(Instant.EPOCH, deal.changedAt()));
  }

  /**
   * Adds or replaces a deal. Administrators may do it for all, reps and marketers for their own.
   * With {@code If-Match} only what nobody else changed is replaced; calls that come at the same
   * moment wait for each other.
   */
  @PutMapping("/{id}")
  ResponseEntity<DealJson> put(
      @PathVariable String id,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody DealJson deal) {
    var key = id(id);
    if (ifMatch == null) return put(key, deal);
    var lock = locks[Math.floorMod(key.hashCode(), locks.length)];
    lock.lock();
    try {
      EntityTag.require(
          ifMatch, opportunities.find(key).map(OpportunityController::tag).orElse("none"));
      return put(key, deal);
    } finally {
      lock.unlock();
    }
  }

  private ResponseEntity<DealJson> put(OpportunityId key, DealJson deal) {
    var user = currentUser.require();
    if (user.role() != Role.ADMINISTRATOR) {
      var stored = opportunities.find(key).orElse(null);
      requireOwn(user.id(), stored == null ? null : stored.owner());
      requireOwn(user.id(), deal.owner() == null ? null : new UserId(deal.owner()));
    }
    try {
      opportunities.receive(deal.toOpportunity(key, taxonomy));
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
    }
    return get(key.value());
  }

  private static void requireOwn(UserId user, @Nullable UserId owner) {
    if (owner != null && !owner.equals(user))
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "the deal belongs to " + owner + "; ask an administrator");
  }

  private static OpportunityId id(String id) {
    try {
      return new OpportunityId(id);
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
    }
  }
}
