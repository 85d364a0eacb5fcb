package dev.tandem.insight.privacy.web;

import dev.tandem.feedback.EventRetention;
import dev.tandem.feedback.RetentionPeriods;
import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.RecordRetention;
import dev.tandem.insight.privacy.PeopleReports;
import dev.tandem.shared.CallerInput;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How long traces of people are kept, and whether there are reports on people. What is due goes
 * with the next nightly run; doing so at once takes a person who is asked twice, so the UI.
 */
@RestController
@RequestMapping("/api/v1/privacy")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class PrivacyController {
  private final PeopleReports reports;
  private final EventRetention events;
  private final RecordRetention records;
  private final CurrentUser currentUser;

  PrivacyController(
      PeopleReports reports,
      EventRetention events,
      RecordRetention records,
      CurrentUser currentUser) {
    this.reports = reports;
    this.events = events;
    this.records = records;
    this.currentUser = currentUser;
  }

  /**
   * What is missing stays as it is.
   *
   * @param events days by type of event, 30 to 3,650; null keeps a type for good
   * @param records likewise by kind of record
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Changed(
      @Nullable Boolean peopleReports,
      @Size(max = 50) @Nullable Map<String, @Nullable Integer> events,
      @Size(max = 50) @Nullable Map<String, @Nullable Integer> records) {}

  /**
   * @param eventsDue how many events the periods would delete now
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record State(
      boolean peopleReports,
      Map<String, @Nullable Integer> events,
      Map<String, @Nullable Integer> records,
      long eventsDue,
      long recordsDue) {}

  @GetMapping
  @Operation(summary = "How long events and records are kept, in days; null is for good")
  State get() {
    var days = events.periods().days();
    var byType = new LinkedHashMap<String, @Nullable Integer>();
    for (var type : RetentionPeriods.TYPES) byType.put(type, days.get(type));
    var byKind = new LinkedHashMap<String, @Nullable Integer>();
    for (var period : records.periods())
      byKind.put(
          period.records().kind(), period.days().isEmpty() ? null : period.days().getAsInt());
    return new State(reports.areOn(), byType, byKind, events.due(), records.due());
  }

  @PatchMapping
  @Operation(summary = "Changes how long traces are kept; what is due is deleted every night")
  State change(@Valid @RequestBody Changed wanted) {
    var user = currentUser.require().id();
    var wantedEvents = wanted.events();
    var wantedRecords = wanted.records();
    if (wantedRecords != null)
      for (var kind : wantedRecords.keySet())
        if (records.periods().stream().noneMatch(each -> each.records().kind().equals(kind)))
          throw CallerInput.wrong("records: there are no records '" + kind + "'");
    if (wantedEvents != null) {
      var days = new HashMap<>(events.periods().days());
      wantedEvents.forEach(
          (type, kept) -> {
            if (!RetentionPeriods.TYPES.contains(type))
              throw CallerInput.wrong("events: there is no type of events '" + type + "'");
            if (kept == null) days.remove(type);
            else days.put(type, kept);
          });
      CallerInput.take(() -> events.set(new RetentionPeriods(days)));
    }
    if (wantedRecords != null)
      wantedRecords.forEach((kind, kept) -> CallerInput.take(() -> records.set(kind, kept, user)));
    if (wanted.peopleReports() != null) reports.turn(wanted.peopleReports(), user);
    return get();
  }
}
