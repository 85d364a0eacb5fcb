-- What the reports read of millions of events, in rows of a few kilobytes: a report over a year
-- then opens thousands of rows and not a million. Numbers stand for names (insight_number).

-- all that was used and sent on a deal, in the order of time; see DealPaths for the bytes
create table insight_deal_path (
  deal text primary key,
  used bytea not null, -- per asset: number, first use in microseconds, uses
  sent bytea not null  -- per touch: number of the asset, of the stage or 0, microseconds
);
-- deals whose path is to be laid anew
create table insight_dirty_deal (
  deal text primary key
);
insert into insight_dirty_deal
  select deal from insight_pair where deal is not null
  union select deal from insight_event where deal is not null;
insert into insight_number (name)
  select name from (
    select asset from insight_day union select asset from insight_month
    union select stage from insight_day where stage <> ''
    union select stage from insight_month where stage <> '') named (name)
  where not exists (select from insight_number n where n.name = named.name)
  order by name;

-- months that are over: the uses of each of its days on which there were some
create table insight_trend (
  day   date  not null,
  asset text  not null,
  uses  bytea not null, -- per day: its number in the month (2 bytes), uses (4 bytes)
  primary key (day, asset)
);
insert into insight_trend
  select date_trunc('month', day)::date, asset,
    string_agg(int2send(extract(day from day)::int2) || int4send(uses), ''::bytea order by day)
  from (
    select day, asset, sum(opens + downloads + copies + shares)::int as uses
    from insight_day group by day, asset) used
  where uses > 0 and date_trunc('month', day)::date in (select day from insight_month)
  group by 1, 2;

-- numbers as bytes are read several times as fast as arrays
alter table insight_reach
  alter column reps type bytea using decode('', 'hex'),
  alter column deals type bytea using decode('', 'hex');
update insight_reach r set
  reps = (
    select string_agg(distinct int4send(n.number), ''::bytea order by int4send(n.number))
    from insight_pair p join insight_number n on n.name = p.rep
    where p.day >= r.day and p.day < r.day + interval '1 month'
      and p.asset = r.asset and p.stage = r.stage),
  deals = (
    select string_agg(distinct int4send(n.number), ''::bytea order by int4send(n.number))
    from insight_pair p join insight_number n on n.name = p.deal
    where p.day >= r.day and p.day < r.day + interval '1 month'
      and p.asset = r.asset and p.stage = r.stage);

-- whether, and when first, something on a slate was used
create index insight_event_used on insight_event (slate, asset) include (at)
  where slate is not null and action in ('open', 'download', 'copy_link', 'share');

-- a day, and a month that is over, in one row each; see PackedCounts and PackedRanks for the bytes.
-- A number that does not fit into two bytes is shared out among several entries, which are added.
create function insight_short(n bigint, part int) returns bytea language sql immutable as
  $$ select int2send(least(32767, greatest(0, n - 32767::bigint * part))::int2) $$;

alter table insight_day rename to insight_day_rows;
alter table insight_month rename to insight_month_rows;
create table insight_day (
  day    date  primary key,
  counts bytea not null, -- per asset and stage
  ranks  bytea not null  -- per asset and position
);
create table insight_month (like insight_day including all);
insert into insight_day
  select day, counts, coalesce(ranks, '') from (
    select day, string_agg(int4send(n.number)
      || int2send(coalesce(array_position(
        array['awareness', 'consideration', 'decision', 'post_sale'], stage), 0)::int2)
      || insight_short(served, part)
      || insight_short(impressions, part)
      || insight_short(seen, part)
      || insight_short(used, part)
      || insight_short(opens, part)
      || insight_short(downloads, part)
      || insight_short(copies, part)
      || insight_short(shares, part)
      || insight_short(buyer_views, part)
      || insight_short(helpful, part)
      || insight_short(not_helpful, part)
      || insight_short(dismissals, part),
      ''::bytea order by n.number, stage, part) as counts
    from insight_day_rows join insight_number n on n.name = asset cross join lateral generate_series(0,
      greatest(served, impressions, seen, used, opens, downloads, copies, shares, buyer_views, helpful, not_helpful, dismissals) / 32767) part
    group by day) c
  left join (
    select day, string_agg(int4send(n.number) || int2send(position)
      || insight_short(seen, part) || insight_short(used, part),
      ''::bytea order by n.number, position, part) as ranks
    from insight_rank join insight_number n on n.name = asset
      cross join lateral generate_series(0, seen / 32767) part
    group by day) r using (day);
insert into insight_month
  select day, counts, coalesce(ranks, '') from (
    select day, string_agg(int4send(n.number)
      || int2send(coalesce(array_position(
        array['awareness', 'consideration', 'decision', 'post_sale'], stage), 0)::int2)
      || insight_short(served, part)
      || insight_short(impressions, part)
      || insight_short(seen, part)
      || insight_short(used, part)
      || insight_short(opens, part)
      || insight_short(downloads, part)
      || insight_short(copies, part)
      || insight_short(shares, part)
      || insight_short(buyer_views, part)
      || insight_short(helpful, part)
      || insight_short(not_helpful, part)
      || insight_short(dismissals, part),
      ''::bytea order by n.number, stage, part) as counts
    from insight_month_rows join insight_number n on n.name = asset cross join lateral generate_series(0,
      greatest(served, impressions, seen, used, opens, downloads, copies, shares, buyer_views, helpful, not_helpful, dismissals) / 32767) part
    group by day) c
  left join (
    select day, string_agg(int4send(n.number) || int2send(position)
      || insight_short(seen, part) || insight_short(used, part),
      ''::bytea order by n.number, position, part) as ranks
    from insight_rank_month join insight_number n on n.name = asset
      cross join lateral generate_series(0, seen / 32767) part
    group by day) r using (day);
drop table insight_day_rows, insight_month_rows, insight_rank, insight_rank_month;

-- a path is laid from the rows of its deal; nothing else looks for them
drop index insight_pair_deal;
create index insight_pair_deal on insight_pair (deal) where deal is not null;
