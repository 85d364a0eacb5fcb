package dev.tandem.recommendation.curation.web;

import dev.tandem.identity.CurrentUser;
import dev.tandem.recommendation.curation.CurationDesk;
import dev.tandem.recommendation.curation.CurationDesk.State;
import dev.tandem.recommendation.curation.CurationDesk.Written;
import dev.tandem.recommendation.curation.web.CurationAnswer.SegmentJson;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What marketing pins, boosts and buries. */
@RestController
@RequestMapping("/api/v1/curation-rules")
@PreAuthorize("hasRole('MARKETER')")
class CurationController {
  private static final SegmentJson NOBODY = new SegmentJson(null, null, null, null, null, null);

  private final CurationDesk desk;
  private final CurrentUser currentUser;

  CurationController(CurationDesk desk, CurrentUser currentUser) {
    this.desk = desk;
    this.currentUser = currentUser;
  }

  /**
   * @param kind pin, boost or bury
   * @param points of the score, 1 when missing; without meaning for a pin
   * @param from, until days such as 2026-12-31
   */
  record Call(
      @Nullable String asset,
      @Nullable String kind,
      @Nullable Double points,
      @Nullable SegmentJson segment,
      @Nullable String from,
      @Nullable String until,
      @Nullable String reason) {
    Written written() {
      var to = Objects.requireNonNullElse(segment, NOBODY);
      return new Written(
          asset,
          kind,
          points,
          to.stage(),
          to.industry(),
          to.persona(),
          to.product(),
          to.region(),
          to.team(),
          from,
          until,
          reason);
    }
  }

  /**
   * The newest first.
   *
   * @param state living (those that act or will) or all
   */
  @GetMapping
  List<CurationAnswer> list(@RequestParam(defaultValue = "living") String state) {
    if (!state.equals("living") && !state.equals("all"))
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "state: expected living or all");
    return desk.list().stream()
        .filter(
            each ->
                state.equals("all")
                    || each.state() == State.ACTIVE
                    || each.state() == State.PLANNED)
        .map(CurationAnswer::of)
        .toList();
  }

  @PostMapping
  ResponseEntity<CurationAnswer> make(@RequestBody Call call) {
    try {
      var made = desk.make(desk.read(call.written()), currentUser.require().id());
      return ResponseEntity.created(URI.create("/api/v1/curation-rules/" + made.id()))
          .body(get(made.id()));
    } catch (IllegalArgumentException wrong) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, wrong.getMessage(), wrong);
    }
  }

  @GetMapping("/{id}")
  CurationAnswer get(@PathVariable long id) {
    return desk.list().stream()
        .filter(each -> each.rule().id() == id)
        .findFirst()
        .map(CurationAnswer::of)
        .orElseThrow(() -> missing(id));
  }

  /** Ends it; it stays in the list of all, with who ended it. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable long id) {
    if (!desk.end(id, currentUser.require().id())) throw missing(id);
  }

  private static ResponseStatusException missing(long id) {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND, "there is no rule " + id + " that could be ended");
  }
}
