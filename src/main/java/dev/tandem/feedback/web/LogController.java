package dev.tandem.feedback.web;

import dev.tandem.feedback.AppendResult.Rejection;
import dev.tandem.feedback.EventJson;
import dev.tandem.feedback.EventProblem;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.feedback.ubi.UbiReader;
import dev.tandem.feedback.ubi.UbiWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** The whole log in and out, in our own form and as User Behavior Insights; administrators only. */
@RestController
@PreAuthorize("hasRole('ADMINISTRATOR')")
@Tag(name = "feedback")
class LogController {
  private static final int MOST = 1_000;

  /**
   * @param next to ask for what follows; the same as asked for at the end of the log
   * @param leftOut events that the form has no place for
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Page(List<JsonNode> items, long next, @Nullable Integer leftOut) {}

  record Taken(int accepted, int repeated, List<Rejection> rejected) {}

  private final FeedbackLog log;
  private final UbiWriter ubi;

  LogController(FeedbackLog log, UbiWriter ubi) {
    this.log = log;
    this.ubi = ubi;
  }

  @GetMapping("/api/v1/events")
  @Operation(summary = "The feedback log from a place on, in the order in which it was written")
  Page events(
      @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "500") int limit) {
    return page(after, limit, event -> Optional.of(EventJson.write(event)), false);
  }

  @GetMapping("/api/v1/ubi/events")
  @Operation(summary = "What was done with recommendations, as UBI 1.3.0 events")
  Page ubiEvents(
      @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "500") int limit) {
    return page(after, limit, ubi::event, true);
  }

  @GetMapping("/api/v1/ubi/queries")
  @Operation(summary = "What was recommended, as UBI 1.3.0 queries with their hits")
  Page ubiQueries(
      @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "500") int limit) {
    return page(after, limit, ubi::query, false);
  }

  @PostMapping("/api/v1/ubi/events")
  @Operation(summary = "Takes up to 1,000 UBI events; a repeated one changes nothing")
  Taken takeEvents(@RequestBody JsonNode body) {
    return take(body, UbiReader::event);
  }

  @PostMapping("/api/v1/ubi/queries")
  @Operation(summary = "Takes up to 1,000 UBI queries with their hits; before their events")
  Taken takeQueries(@RequestBody JsonNode body) {
    return take(body, UbiReader::query);
  }

  private Page page(
      long after,
      int limit,
      Function<FeedbackEvent, Optional<? extends JsonNode>> form,
      boolean count) {
    if (after < 0 || limit < 1 || limit > MOST)
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "after is 0 or more and limit 1 to 1,000");
    var read = log.after(after, limit);
    var items = new ArrayList<JsonNode>();
    int slates = 0;
    for (var logged : read) {
      if (logged.event() instanceof FeedbackEvent.SlateServed) slates++;
      form.apply(logged.event()).ifPresent(items::add);
    }
    long next = read.isEmpty() ? after : read.getLast().sequence();
    return new Page(items, next, count ? read.size() - slates - items.size() : null);
  }

  private interface Reading {
    FeedbackEvent of(JsonNode json) throws EventProblem;
  }

  private Taken take(JsonNode body, Reading reading) {
    if (!body.isArray() || body.size() > MOST)
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "an array of up to 1,000 objects is expected");
    var events = new ArrayList<FeedbackEvent>();
    var places = new ArrayList<Integer>();
    var rejected = new ArrayList<Rejection>();
    for (int i = 0; i < body.size(); i++) {
      try {
        events.add(reading.of(body.get(i)));
        places.add(i);
      } catch (EventProblem wrong) {
        rejected.add(new Rejection(i, wrong.problem()));
      }
    }
    var result = log.append(events);
    for (var rejection : result.rejected())
      rejected.add(new Rejection(places.get(rejection.index()), rejection.problem()));
    rejected.sort(Comparator.comparingInt(Rejection::index));
    return new Taken(result.accepted(), result.repeated(), rejected);
  }
}
