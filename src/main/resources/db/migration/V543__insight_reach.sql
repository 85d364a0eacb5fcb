-- Who used what on which deals, in the row of the day or month like everything else of it: tens of
-- thousands of small rows cost more to read than what is in them. See PackedReach for the bytes.
alter table insight_day add reach bytea not null default '';
alter table insight_month add reach bytea not null default '';
-- numbers hardly become smaller by compressing them
alter table insight_day alter reach set storage external;
alter table insight_month alter reach set storage external;

create temporary table migrated_pair on commit drop as
  select p.day, a.number as asset,
    coalesce(array_position(
      array['awareness', 'consideration', 'decision', 'post_sale'], p.stage), 0) as stage,
    r.number as rep, d.number as deal
  from insight_pair p join insight_number a on a.name = p.asset
    left join insight_number r on r.name = p.rep
    left join insight_number d on d.name = p.deal;

update insight_day i set reach = packed.reach
from (
  select day, string_agg(int4send(asset) || int4send(stage) || int4send(length(reps) / 4)
    || int4send(length(deals) / 4) || reps || deals, ''::bytea order by asset, stage) as reach
  from (
    select day, asset, stage,
      coalesce(string_agg(distinct int4send(rep), ''::bytea order by int4send(rep)), '') as reps,
      coalesce(string_agg(distinct int4send(deal), ''::bytea order by int4send(deal)), '') as deals
    from migrated_pair group by day, asset, stage) p
  group by day) packed
where packed.day = i.day;
update insight_month i set reach = packed.reach
from (
  select day, string_agg(int4send(asset) || int4send(stage) || int4send(length(reps) / 4)
    || int4send(length(deals) / 4) || reps || deals, ''::bytea order by asset, stage) as reach
  from (
    select date_trunc('month', day)::date as day, asset, stage,
      coalesce(string_agg(distinct int4send(rep), ''::bytea order by int4send(rep)), '') as reps,
      coalesce(string_agg(distinct int4send(deal), ''::bytea order by int4send(deal)), '') as deals
    from migrated_pair group by 1, asset, stage) p
  group by day) packed
where packed.day = i.day;
alter table insight_day alter reach drop default;
alter table insight_month alter reach drop default;
drop table insight_reach;

-- seconds from a search or an opened deal to the first use, sorted, 4 bytes each
alter table insight_total rename first_uses to seconds;
alter table insight_total add first_uses bytea not null default '';
update insight_total set first_uses = coalesce(
  (select string_agg(int4send(s), ''::bytea order by s) from unnest(seconds) s), '');
alter table insight_total alter first_uses drop default, drop seconds;
