-- The read model of the reports: what the feedback log says, one row an event, with what the log
-- only says through the slate (rep, deal, surface) and the deal's stage at that moment beside it.
-- Everything here can be thrown away and built again from the log.
create table insight_progress (
  only_row boolean primary key default true check (only_row),
  sequence bigint not null
);
insert into insight_progress (sequence) values (0);

create table insight_slate (
  slate text primary key,
  at timestamptz not null,
  surface text not null,
  rep text not null,
  deal text,
  query text,
  stage text
);
create index insight_slate_at on insight_slate (at);

create table insight_event (
  sequence bigint primary key,
  key text not null,
  at timestamptz not null,
  action text not null,
  asset text not null,
  rep text,
  deal text,
  stage text,
  slate text,
  share text,
  seconds double precision,
  reason text
);
create index insight_event_at on insight_event (at);
create index insight_event_asset on insight_event (asset, at);
create index insight_event_deal on insight_event (deal, at) where deal is not null;
create index insight_event_key on insight_event (key);
create index insight_event_share on insight_event (share) where share is not null;
