package dev.tandem.insight;

/** Folds what each person did into a row a day; {@link PersonDays} reads it. */
final class PersonRollUps {
  /**
   * From the events that are still there, so that a row says nothing that was deleted for good.
   *
   * @param slates, events further conditions on slates and events, such as "and …"
   */
  private static String fold(String slates, String events) {
    return """
        insert into insight_person
        with did as (
          select %1$s as day, e.rep, count(*) filter (where %2$s) as uses,
            count(*) filter (where e.action = 'share') as shares,
            count(*) filter (where e.action = 'buyer_view') as views,
            count(*) filter (where e.action in ('helpful', 'not_helpful', 'dismissal')) as judged
          from insight_event e
          where %3$s and e.rep is not null and e.action <> 'impression' %4$s
          group by 1, 2),
        dealt as (
          select day, rep, string_agg(int4send(n.number), ''::bytea order by n.number) as deals
          from (
            select distinct %1$s as day, e.rep, e.deal from insight_event e
            where %3$s and e.rep is not null and e.deal is not null and %2$s %4$s) d
            join insight_number n on n.name = d.deal
          group by day, rep),
        searched as (
          select day, rep, count(*) as searches, count(*) filter (where used) as used
          from (%5$s) s group by day, rep)
        select day, rep, coalesce(uses, 0), coalesce(shares, 0), coalesce(views, 0),
          coalesce(judged, 0), coalesce(searches, 0), coalesce(used, 0), coalesce(deals, '')
        from did full join searched using (day, rep) left join dealt using (day, rep)
        """
        .formatted(
            RollUps.EVENT_DAY, Action.USED, RollUps.EVENTS, events, SearchRollUps.searches(slates));
  }

  static final String FOLD = fold("", "");

  /** Likewise of some people only: their rows are to be deleted before. */
  static final String FOLD_SOME = fold("and s.rep = any(:reps)", "and e.rep = any(:reps)");

  private PersonRollUps() {}
}
