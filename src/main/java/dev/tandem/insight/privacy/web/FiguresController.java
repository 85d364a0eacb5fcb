package dev.tandem.insight.privacy.web;

import dev.tandem.identity.CurrentUser;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.insight.privacy.FigureAccess;
import dev.tandem.insight.privacy.GroupFigures;
import dev.tandem.insight.privacy.PeopleReports;
import dev.tandem.insight.privacy.PersonFigures;
import dev.tandem.shared.CallerInput;
import dev.tandem.shared.TimeWindow;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What people did with content: one's own always, others' under the rules of ADR-0012. */
@RestController
@PreAuthorize("isAuthenticated()")
class FiguresController {
  private final PeopleReports reports;
  private final Users users;
  private final CurrentUser currentUser;
  private final Clock clock;

  FiguresController(PeopleReports reports, Users users, CurrentUser currentUser, Clock clock) {
    this.reports = reports;
    this.users = users;
    this.currentUser = currentUser;
    this.clock = clock;
  }

  /**
   * @param judged ratings and dismissals
   * @param searchesUsed searches with words that led to a use, of {@code searches}
   */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Figures(
      Instant from,
      Instant to,
      long uses,
      long shares,
      long buyerViews,
      long judged,
      long searchesUsed,
      long searches,
      long deals) {
    static Figures of(PersonFigures one) {
      return new Figures(
          one.window().from(),
          one.window().to(),
          one.uses(),
          one.shares(),
          one.buyerViews(),
          one.judged(),
          one.searchesUsed().successes(),
          one.searchesUsed().trials(),
          one.deals());
    }
  }

  record Look(Instant at, String viewer, String person) {
    static Look of(FigureAccess one) {
      return new Look(one.at(), one.viewer().value(), one.person().value());
    }
  }

  /**
   * @param looks who looked at them, the latest first
   */
  record Own(Figures figures, List<Look> looks) {}

  @GetMapping("/api/v1/me/figures")
  @Operation(summary = "The caller's own figures, and who looked at them")
  Own own(@RequestParam(defaultValue = "90") int days) {
    var user = currentUser.require();
    return new Own(
        Figures.of(reports.own(user, window(days))),
        reports.looksAt(user.id()).stream().map(Look::of).toList());
  }

  @GetMapping("/api/v1/insight/people/{id}")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  @Operation(summary = "A person's figures, where reports on people are on; the look is noted")
  Figures person(@PathVariable String id, @RequestParam(defaultValue = "90") int days) {
    User viewer = currentUser.require();
    var person = CallerInput.read(() -> new UserId(id));
    var window = window(days);
    if (users.find(person).isEmpty()) throw CallerInput.missing("there is no user " + person);
    return reports.of(person, window, viewer).map(Figures::of).orElseThrow(this::off);
  }

  @GetMapping("/api/v1/insight/teams")
  @PreAuthorize("hasRole('ADMINISTRATOR')")
  @Operation(summary = "What teams of five and more did, where reports on people are on")
  List<GroupFigures> teams(@RequestParam(defaultValue = "90") int days) {
    var window = window(days);
    if (!reports.areOn()) throw off();
    return reports.teams(window);
  }

  private ResponseStatusException off() {
    return new ResponseStatusException(
        HttpStatus.FORBIDDEN, "reports on people are off; an administrator turns them on");
  }

  private TimeWindow window(int days) {
    if (days < 1 || days > 3_650) throw CallerInput.wrong("days is 1 to 3,650");
    var now = clock.instant();
    return new TimeWindow(now.minus(Duration.ofDays(days)), now);
  }
}
