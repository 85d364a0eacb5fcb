-- Searches with words by day: what was looked for, how often in vain, by whom and for which deals.
create table insight_search (
  day    date  not null,
  query  text  not null,
  times  int   not null,
  failed int   not null, -- without a use
  most   int   not null, -- results any of them had
  reps   bytea not null, -- numbers of insight_number, 4 bytes each
  deals  bytea not null,
  primary key (day, query)
);
-- days are folded anew for it, from the slates that are still there
insert into insight_dirty_day
  select distinct (at at time zone zone)::date
  from insight_slate, insight_progress where surface = 'search' and query <> '' and zone <> ''
  on conflict do nothing;
