-- The read model by day and month, so that a report adds up thousands of rows and not millions of
-- events. A day is folded anew from its events whenever one of them came, changed or was taken
-- back; what is here can be thrown away and built again.

-- what is asked of a slate later on
alter table insight_slate
  add assets text[] not null default '{}', -- as they were ordered; position 1 first
  add best double precision,               -- the score of the first
  add model text,
  add arm text,                            -- of a randomised experiment, where there was one
  add team text,
  add first_use_seconds int;               -- from serving it to the first use from it
alter table insight_event add position smallint; -- on its slate
create index insight_event_slate on insight_event (slate) where slate is not null;
create index insight_event_touch on insight_event (deal, at) include (asset, stage, sequence)
  where deal is not null and action in ('share', 'buyer_view');
create index insight_slate_deal on insight_slate (deal, at) where deal is not null;

create table insight_day (
  day         date not null,
  asset       text not null,
  stage       text not null, -- empty where no deal or stage is known
  served      int  not null, -- times it stood on a slate
  impressions int  not null,
  seen        int  not null, -- different slates it was seen on
  used        int  not null, -- of these, on how many a use followed
  opens       int  not null,
  downloads   int  not null,
  copies      int  not null,
  shares      int  not null,
  buyer_views int  not null,
  helpful     int  not null,
  not_helpful int  not null,
  dismissals  int  not null,
  primary key (day, asset, stage)
);
create index insight_day_asset on insight_day (asset, day);
-- months that are over, as the first of the month
create table insight_month (like insight_day including all);

create table insight_rank (
  day      date     not null,
  asset    text     not null,
  position smallint not null, -- 20 for all from there on
  seen     int      not null,
  used     int      not null,
  primary key (day, asset, position)
);
create table insight_rank_month (like insight_rank including all);

-- who used what on which deal
create table insight_pair (
  day      date        not null,
  asset    text        not null,
  stage    text        not null,
  rep      text,
  deal     text,
  uses     int         not null,
  shares   int         not null,
  first_at timestamptz not null,
  last_at  timestamptz not null
);
create index insight_pair_day on insight_pair (day);
create index insight_pair_asset on insight_pair (asset, day);
create index insight_pair_deal on insight_pair (deal) include (asset, first_at, rep, uses)
  where deal is not null;

-- a number for the name of every rep and deal; it stays the same for ever
create table insight_number (
  name   text primary key,
  number int  not null unique generated always as identity
);
-- months that are over: the numbers of all who used an asset, and of the deals it was used on
create table insight_reach (
  day   date not null,
  asset text not null,
  stage text not null,
  reps  int[],
  deals int[],
  primary key (day, asset, stage)
);

create table insight_total (
  day           date primary key,
  searches      int   not null,
  searches_used int   not null,
  first_uses    int[] not null, -- seconds from a search or an opened deal to the first use, sorted
  impression    int   not null,
  open          int   not null,
  download      int   not null,
  copy_link     int   not null,
  share         int   not null,
  buyer_view    int   not null,
  helpful       int   not null,
  not_helpful   int   not null,
  dismissal     int   not null
);

create table insight_dirty_day (
  day date primary key
);
-- deals whose stages are to be looked up anew; the empty name stands for all
create table insight_stale_deal (
  deal text primary key
);

alter table insight_progress add zone text not null default '';

truncate insight_event, insight_slate;
update insight_progress set sequence = 0;
create index insight_event_reason on insight_event (at) include (asset, action, reason)
  where reason is not null;
