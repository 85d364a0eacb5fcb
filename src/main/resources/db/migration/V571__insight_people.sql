-- What each person did on a day, for their own figures and those of teams; see PersonDays.
create table insight_person (
  day           date  not null,
  rep           text  not null,
  uses          int   not null,
  shares        int   not null,
  views         int   not null, -- by buyers, of what the person sent
  judged        int   not null,
  searches      int   not null,
  searches_used int   not null,
  deals         bytea not null, -- numbers of insight_number, 4 bytes each, of deals with a use
  primary key (rep, day)
);
create index insight_person_day on insight_person (day);

-- of what was folded before
insert into insight_person
with zoned as (
  select zone from insight_progress where zone <> ''),
did as (
  select (e.at at time zone zone)::date as day, e.rep,
    count(*) filter (where e.action in ('open', 'download', 'copy_link', 'share')) as uses,
    count(*) filter (where e.action = 'share') as shares,
    count(*) filter (where e.action = 'buyer_view') as views,
    count(*) filter (where e.action in ('helpful', 'not_helpful', 'dismissal')) as judged
  from insight_event e, zoned where e.rep is not null and e.action <> 'impression'
  group by 1, 2),
dealt as (
  select day, rep, string_agg(int4send(n.number), ''::bytea order by n.number) as deals
  from (
    select distinct (e.at at time zone zone)::date as day, e.rep, e.deal
    from insight_event e, zoned
    where e.rep is not null and e.deal is not null
      and e.action in ('open', 'download', 'copy_link', 'share')) d
    join insight_number n on n.name = d.deal
  group by day, rep),
asked as (
  select (s.at at time zone zone)::date as day, s.rep, lower(s.query) as query,
    s.first_use_seconds is not null as used, lower(lead(s.query) over next) as next_query,
    lead(s.at) over next - s.at as until_next
  from insight_slate s, zoned where s.surface = 'search' and s.query <> ''
  window next as (partition by (s.at at time zone zone)::date, s.rep order by s.at, s.slate)),
searched as (
  select day, rep, count(*) as searches, count(*) filter (where used) as used
  from asked
  where used or next_query is null or until_next > interval '1 minute'
    or not (starts_with(next_query, query) or starts_with(query, next_query))
  group by day, rep)
select day, rep, coalesce(uses, 0), coalesce(shares, 0), coalesce(views, 0),
  coalesce(judged, 0), coalesce(searches, 0), coalesce(used, 0), coalesce(deals, '')
from did full join searched using (day, rep) left join dealt using (day, rep);
