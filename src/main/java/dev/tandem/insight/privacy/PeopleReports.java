package dev.tandem.insight.privacy;

import dev.tandem.identity.Account;
import dev.tandem.identity.Role;
import dev.tandem.identity.User;
import dev.tandem.identity.UserId;
import dev.tandem.identity.Users;
import dev.tandem.shared.Proportion;
import dev.tandem.shared.TimeWindow;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
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
  private static final String USES = "('open', 'download', 'copy_link', 'share')";

  private final JdbcClient jdbc;
  private final Users users;
  private final Clock clock;

  PeopleReports(JdbcClient jdbc, Users users, Clock clock) {
    this.jdbc = jdbc;
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
    var ids = members.stream().map(each -> each.user().id().value()).toArray(String[]::new);
    return asked(
            """
            select count(distinct rep) filter (where action in %1$s) as active,
              count(*) filter (where action in %1$s) as uses,
              count(*) filter (where action = 'share') as shares,
              count(*) filter (where action in ('helpful', 'not_helpful', 'dismissal')) as judged,
              count(distinct deal) filter (where action in %1$s) as deals
            from insight_event where rep = any(?) and at >= ? and at < ?
            """
                .formatted(USES),
            ids,
            window)
        .query(
            (row, n) ->
                new GroupFigures(
                    name,
                    members.size(),
                    row.getLong("active"),
                    row.getLong("uses"),
                    row.getLong("shares"),
                    row.getLong("judged"),
                    row.getLong("deals")))
        .single();
  }

  private PersonFigures figures(UserId person, TimeWindow window) {
    var ids = new String[] {person.value()};
    var searches =
        asked(
                """
                select count(*) as searches, count(*) filter (where exists (
                  select 1 from insight_event e where e.slate = s.slate and e.action in %s)) as used
                from insight_slate s
                where s.rep = any(?) and s.at >= ? and s.at < ? and s.surface = 'search'
                  and s.query <> ''
                """
                    .formatted(USES),
                ids,
                window)
            .query((row, n) -> new Proportion(row.getLong("used"), row.getLong("searches")))
            .single();
    return asked(
            """
            select count(*) filter (where action in %1$s) as uses,
              count(*) filter (where action = 'share') as shares,
              count(*) filter (where action = 'buyer_view') as views,
              count(*) filter (where action in ('helpful', 'not_helpful', 'dismissal')) as judged,
              count(distinct deal) filter (where action in %1$s) as deals
            from insight_event where rep = any(?) and at >= ? and at < ?
            """
                .formatted(USES),
            ids,
            window)
        .query(
            (row, n) ->
                new PersonFigures(
                    window,
                    row.getLong("uses"),
                    row.getLong("shares"),
                    row.getLong("views"),
                    row.getLong("judged"),
                    searches,
                    row.getLong("deals")))
        .single();
  }

  private JdbcClient.StatementSpec asked(String sql, String[] people, TimeWindow window) {
    return jdbc.sql(sql)
        .param(people)
        .param(Timestamp.from(window.from()))
        .param(Timestamp.from(window.to()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
