package dev.tandem.insight.privacy;

import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.insight.PersonDays;
import dev.tandem.shared.TimeWindow;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures of people, to those who may see them. */
@Service
public class PeopleReports {
  private final JdbcClient jdbc;
  private final PersonDays days;
  private final Users users;
  private final Clock clock;

  PeopleReports(JdbcClient jdbc, PersonDays days, Users users, Clock clock) {
    this.jdbc = jdbc;
    this.days = days;
    this.users = users;
    this.clock = clock;
  }

  /** Off until an administrator turns it on. */
  public boolean areOn() {
    return jdbc.sql("select people_reports from insight_privacy").query(Boolean.class).single();
  }

  public void turn(boolean on, UserId by) {
    jdbc.sql("update insight_privacy set people_reports = ?, changed_by = ?, changed_at = ?")
        .params(on, by.value(), now())
        .update();
  }

  /** Whole days, today the last of them. */
  public TimeWindow last(int days) {
    var tomorrow = LocalDate.now(clock).plusDays(1);
    var zone = ZoneId.systemDefault();
    return new TimeWindow(
        tomorrow.minusDays(days).atStartOfDay(zone).toInstant(),
        tomorrow.atStartOfDay(zone).toInstant());
  }

  public PersonFigures own(User person, TimeWindow window) {
    return figures(person.id(), window);
  }

  /**
   * Another person's figures; the look is written down before the answer.
   *
   * @return empty when the viewer may not see them: reports are off, or the viewer is no
   *     administrator
   */
  @Transactional
  public Optional<PersonFigures> of(UserId person, TimeWindow window, User viewer) {
    if (!areOn() || viewer.role() != Role.ADMINISTRATOR) return Optional.empty();
    jdbc.sql("insert into insight_figure_access (at, viewer, person, what) values (?, ?, ?, ?)")
        .params(now(), viewer.id().value(), person.value(), "figures")
        .update();
    return Optional.of(figures(person, window));
  }

  /** Who looked at a person's figures, the latest first; at most 100. */
  public List<FigureAccess> looksAt(UserId person) {
    return looks("where person = ?", person.value());
  }

  /** All looks, the latest first; at most 100. */
  public List<FigureAccess> looks() {
    return looks("where ? = ''", "");
  }

  private List<FigureAccess> looks(String where, String value) {
    return jdbc.sql("select * from insight_figure_access " + where + " order by id desc limit 100")
        .param(value)
        .query(
            (row, n) ->
                new FigureAccess(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    new UserId(Objects.requireNonNull(row.getString("viewer"))),
                    new UserId(Objects.requireNonNull(row.getString("person"))),
                    Objects.requireNonNull(row.getString("what"))))
        .list();
  }

  /**
   * Teams by name, never by their figures. Teams under five stand together as one group; where even
   * that is under five, or where one team could be told by subtraction, they are left out.
   */
  public List<GroupFigures> teams(TimeWindow window) {
    if (!areOn()) return List.of();
    var teams =
        users.all().stream()
            .filter(account -> account.signsIn() && !account.disabled())
            .collect(Collectors.groupingBy(Account::team, TreeMap::new, Collectors.toList()));
    var groups = new ArrayList<GroupFigures>();
    var small = new ArrayList<Account>();
    teams.forEach(
        (team, members) -> {
          if (team.isEmpty() || members.size() < GroupFigures.SMALLEST) small.addAll(members);
          else groups.add(group(team, members, window));
        });
    if (small.size() >= GroupFigures.SMALLEST)
      groups.add(group("Smaller teams and people without one", small, window));
    return groups;
  }

  private GroupFigures group(String name, List<Account> members, TimeWindow window) {
    var ids = members.stream().map(each -> each.user().id().value()).toList();
    var sums = days.of(ids, window);
    return new GroupFigures(
        name,
        members.size(),
        sums.active(),
        sums.uses(),
        sums.shares(),
        sums.judged(),
        sums.deals());
  }

  private PersonFigures figures(UserId person, TimeWindow window) {
    var sums = days.of(List.of(person.value()), window);
    return new PersonFigures(
        window,
        sums.uses(),
        sums.shares(),
        sums.views(),
        sums.judged(),
        sums.searches(),
        sums.deals());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
