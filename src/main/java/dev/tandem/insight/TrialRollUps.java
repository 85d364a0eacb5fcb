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
      """;

  /** Slates that were really seen; a merged copy stays the asset that was drawn. */
  private static final String SEEN =
      """
      create temporary table insight_drawn on commit drop as
      select (s.at at time zone :zone)::date as day, s.slate, s.at, s.rep, s.deal, s.query, s.arm,
        s.model, s.assets, s.teams, s.tried, s.chance, s.first_use_seconds is not null as used,
        (select count(*) from insight_event e where e.slate = s.slate
          and e.action in ('open', 'download', 'copy_link', 'share')) as uses
      from insight_slate s
      where s.at >= :from and s.at < :to and s.arm is not null
        and (s.first_use_seconds is not null or exists (
          select from insight_event e where e.slate = s.slate and e.action = 'impression'))
      """;

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
        where s.arm like 'interleaved:%' and e.action in ('open', 'download', 'copy_link', 'share')
          and s.teams[array_position(s.assets, coalesce(e.logged_asset, e.asset))] <> ''
        order by s.slate, e.at, e.sequence),
      sessions as (
        select s.day, s.model, substr(s.arm, 13) as rival, s.rep,
          (array_agg(won.team order by s.at, s.slate) filter (where won.team is not null))[1]
            as winner,
          min(s.slate) as slate
        from insight_drawn s left join won using (slate)
        where s.arm like 'interleaved:%'
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
      """;

  private static final String EXPLORATION =
      """
      insert into insight_exploration
      with drawn as (
        select *, tried <> '' as was_tried, 1 / chance as weight from insight_drawn
        where tried is not null and chance is not null),
      rep_day as (
        select day, was_tried, rep, count(*) as slates, sum(used::int) as used,
          sum(weight) as w, sum(weight * used::int) as y
        from drawn group by 1, 2, 3),
      used_asset as (
        select distinct d.day, d.was_tried, d.rep, d.slate,
          coalesce(e.logged_asset, e.asset) as asset, d.weight
        from drawn d join insight_event e on e.slate = d.slate
        where e.action in ('open', 'download', 'copy_link', 'share')),
      rep_day_asset as (
        select u.day, u.was_tried, u.rep, u.asset, count(*) as used, sum(u.weight) as y, r.w
        from used_asset u join rep_day r using (day, was_tried, rep)
        group by u.day, u.was_tried, u.rep, u.asset, r.w),
      tries as (
        select day, tried as asset, count(*) as n from drawn where was_tried group by 1, 2),
      assets as (
        select day, asset, was_tried, sum(used) as used, sum(y) as y, sum(y * y) as y_y,
          sum(w * y) as w_y
        from rep_day_asset group by 1, 2, 3)
      select day, '', was_tried, count(*), sum(slates),
        case when was_tried then sum(slates) else 0 end, sum(used), sum(w), sum(y), sum(w * w),
        sum(y * y), sum(w * y)
      from rep_day group by day, was_tried
      union all
      select day, asset, coalesce(was_tried, true), 0, 0,
        case when coalesce(was_tried, true) then coalesce(n, 0) else 0 end, coalesce(used, 0), 0,
        coalesce(y, 0), 0, coalesce(y_y, 0), coalesce(w_y, 0)
      from assets full join (select *, true as was_tried from tries) t using (day, asset, was_tried)
      """;

  /** In this order, after the uses of slates are known. */
  static final List<String> FOLD = List.of(CLEAR, SEEN, TRIAL, PREFERENCE, EXPLORATION);
}
