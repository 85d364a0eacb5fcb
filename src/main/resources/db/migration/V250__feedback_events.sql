create table feedback_event (
  seq         bigserial primary key,
  key         text not null unique,
  type        text not null,
  at          timestamptz not null,
  received_at timestamptz not null default now(),
  rep         text,
  asset       text,
  slate       text,
  deal        text,
  share       text,
  surface     text,
  query       text,
  payload     jsonb not null
);
create index feedback_event_asset on feedback_event (asset, at) where asset is not null;
create index feedback_event_deal on feedback_event (deal, at) where deal is not null;
create index feedback_event_slate on feedback_event (slate) where slate is not null;
create index feedback_event_share on feedback_event (share) where share is not null;
create index feedback_event_rep on feedback_event (rep, at) where rep is not null;
create index feedback_event_type on feedback_event (type, at);
