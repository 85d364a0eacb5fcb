package dev.tandem.feedback.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tandem.feedback.AppendResult.Rejection;
import dev.tandem.feedback.EventAuthor;
import dev.tandem.feedback.EventJson;
import dev.tandem.feedback.EventProblem;
import dev.tandem.feedback.FeedbackEvent;
import dev.tandem.feedback.FeedbackLog;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;

/** Feedback from outside; what is accepted is on disk before the answer. */
@RestController
@PreAuthorize("isAuthenticated()")
class EventController {
  private static final int MOST_EVENTS = 1_000;

  private final FeedbackLog log;
  private final CurrentUser currentUser;

  EventController(FeedbackLog log, CurrentUser currentUser) {
    this.log = log;
    this.currentUser = currentUser;
  }

  /**
   * @param ignored fields that no event of that type has; the events were taken without them
   */
  record Answer(
      int accepted,
      int repeated,
      List<Rejection> rejected,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Rejection> ignored) {}

  /** Takes up to 1,000 events. All but administrators speak only in their own name. */
  @PostMapping("/api/v1/events")
  Answer append(@RequestBody JsonNode body) {
    if (!body.isArray())
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "an array of events is expected");
    if (body.size() > MOST_EVENTS)
      throw new ResponseStatusException(
          HttpStatus.CONTENT_TOO_LARGE, "at most 1,000 events at once, not " + body.size());
    var user = currentUser.require();
    var events = new ArrayList<FeedbackEvent>();
    var places = new ArrayList<Integer>();
    var rejected = new ArrayList<Rejection>();
    var ignored = new ArrayList<Rejection>();
    for (int i = 0; i < body.size(); i++) {
      int place = i;
      try {
        var event =
            EventJson.read(
                body.get(i), field -> ignored.add(new Rejection(place, field + ": not known")));
        var refusal = refusal(event, user);
        if (refusal.isPresent()) {
          rejected.add(new Rejection(place, refusal.get()));
          continue;
        }
        events.add(event);
        places.add(place);
      } catch (EventProblem wrong) {
        rejected.add(new Rejection(place, wrong.problem()));
      }
    }
    var result = log.append(events);
    for (var rejection : result.rejected())
      rejected.add(new Rejection(places.get(rejection.index()), rejection.problem()));
    rejected.sort(Comparator.comparingInt(Rejection::index));
    return new Answer(result.accepted(), result.repeated(), rejected, ignored);
  }

  /** Why this user may not write this event, if so. */
  private Optional<String> refusal(FeedbackEvent event, User user) {
    if (user.role() == Role.ADMINISTRATOR) return Optional.empty();
    var author = EventAuthor.of(event);
    if (author.isPresent() && !author.get().equals(user.id()))
      return Optional.of("rep: " + author.get() + " is not you; only administrators may do that");
    if (event instanceof FeedbackEvent.Retraction retraction) {
      var retracted = log.find(retraction.retracted()).map(FeedbackLog.LoggedEvent::event);
      if (retracted.isEmpty()) return Optional.of("retracted: no event of that key is known");
      var retractedAuthor = retracted.flatMap(EventAuthor::of);
      if (retractedAuthor.isEmpty() || !retractedAuthor.get().equals(user.id()))
        return Optional.of("retracted: not your event");
    }
    return Optional.empty();
  }
}
