package dev.tandem.insight;

import java.util.List;

/** SQL that folds the slates of some days by what was drawn by lot for them. */
final class TrialRollUps {
  private TrialRollUps() {}

  static final String CLEAR =
      """
      delete from insight_trial where day between :first and :last;
      delete from insight_preference where day between :first and :last;
      delete from insight_exploration where day between :first and :last;
      delete from insight_asset_trial where day between :first and :last;
      """;

  /** Slates that were really seen; a merged copy stays the asset that was drawn. */
  private static final String SEEN =
      """
      create temporary table insight_drawn on commit drop as
      select (s.at at time zone :zone)::date as day, s.slate, s.at, s.rep, s.deal, s.query, s.arm,
        s.model, s.assets, s.teams, s.tried, s.chance, s.pool, s.pool_chance, s.pool_new,
        s.first_use_seconds is not null as used,
        (select count(*) from insight_event e where e.slate = s.slate
          and %s) as uses
      from insight_slate s
      where s.at >= :from and s.at < :to and s.arm is not null
        and (s.first_use_seconds is not null or exists (
          select from insight_event e where e.slate = s.slate and e.action = 'impression'))
      """
          .formatted(Action.USED);

  private static final String TRIAL =
      """
      insert into insight_trial
      select day, arm, model, count(*), sum(seen), sum(used), sum(uses), sum(seen * seen),
        sum(used * used), sum(seen * used), sum(uses * uses), sum(seen * uses)
      from (
        select day, split_part(arm, ':', 1) as arm,
          case when arm = 'in_use' then model else substr(arm, 9) end as model, rep,
          count(*) as seen, sum(used::int) as used, sum(uses)::bigint as uses
        from insight_drawn where arm = 'in_use' or arm like 'holdout:%'
        group by 1, 2, 3, 4) rep_day
      group by 1, 2, 3
      """;

  /**
   * A session is what one rep looks at for one deal on one day, or for one search; the first use in
   * it that tells decides. Nobody outvotes all others: ten sessions of one rep count a day.
   */
  private static final String PREFERENCE =
      """
      insert into insight_preference
      with won as (
        select distinct on (s.slate) s.slate, s.teams[array_position(s.assets, coalesce(e.logged_asset, e.asset))] as team
        from insight_drawn s join insight_event e on e.slate = s.slate
        where s.arm like 'interleaved:%%' and %s
          and s.teams[array_position(s.assets, coalesce(e.logged_asset, e.asset))] <> ''
        order by s.slate, e.at, e.sequence),
      sessions as (
        select s.day, s.model, substr(s.arm, 13) as rival, s.rep,
          (array_agg(won.team order by s.at, s.slate) filter (where won.team is not null))[1]
            as winner,
          min(s.slate) as slate
        from insight_drawn s left join won using (slate)
        where s.arm like 'interleaved:%%'
        group by s.day, s.model, s.arm, s.rep, s.deal, case when s.deal is null then s.query end),
      ranked as (
        select *, row_number() over (
          partition by day, model, rival, rep, winner is null order by slate) as place
        from sessions)
      select day, model, rival,
        count(*) filter (where winner <> rival and place <= 10),
        count(*) filter (where winner = rival and place <= 10),
        count(*) filter (where winner is null)
      from ranked group by day, model, rival
      """
          .formatted(Action.USED);

  private static final String EXPLORATION =
      """
      insert into insight_exploration (day, tried, rep_days, slates, used, w, y, w_w, y_y, w_y)
      select day, was_tried, count(*), sum(slates), sum(used), sum(w), sum(y), sum(w * w),
        sum(y * y), sum(w * y)
      from (
        select day, tried <> '' as was_tried, rep, count(*) as slates, sum(used::int) as used,
          sum(1 / chance) as w, sum(used::int / chance) as y
        from insight_drawn where tried is not null and chance is not null
        group by 1, 2, 3) rep_day
      group by day, was_tried
      """;

  /**
   * For each asset of a pool, the slates on which it was drawn beside those on which it was not,
   * each by the inverse of the chance of that: D. G. Horvitz and D. J. Thompson (1952), "A
   * generalization of sampling without replacement from a finite universe". Another asset that was
   * drawn instead belongs to what happens without this one.
   */
  private static final String ASSET_TRIAL =
      """
      insert into insight_asset_trial
      with member as (
        select d.day, d.rep, d.slate, d.used, m.asset, m.anew, d.tried = m.asset as shown,
          1 / case when d.tried = m.asset then m.chance else 1 - m.chance end as weight
        from insight_drawn d
          cross join unnest(d.pool, d.pool_chance, d.pool_new) as m (asset, chance, anew)
        where d.tried is not null),
      outcome as (
        select m.*, exists (
          select from insight_event e
          where e.slate = m.slate and coalesce(e.logged_asset, e.asset) = m.asset
            and %s) as used_it
        from member m),
      rep_day as (
        select day, asset, shown, rep, count(*) as slates, sum(anew::int) as anew,
          sum(used_it::int) as used, sum(used::int) as lists, sum(weight) as w,
          sum(weight * used_it::int) as y, sum(weight * used::int) as z
        from outcome group by 1, 2, 3, 4)
      select day, asset, shown, count(*), sum(slates), sum(anew), sum(used), sum(lists), sum(w),
        sum(w * w), sum(y), sum(y * y), sum(w * y), sum(z), sum(z * z), sum(w * z)
      from rep_day group by day, asset, shown
      """
          .formatted(Action.USED);

  /** In this order, after the uses of slates are known. */
  static final List<String> FOLD =
      List.of(CLEAR, SEEN, TRIAL, PREFERENCE, EXPLORATION, ASSET_TRIAL);
}
