-- What marketing decided to show first, further up or further down, to whom and for how long.
-- A rule is never changed: a new one takes its place, and both stay with who made and ended them.
create table recommendation_curation (
  id           bigserial primary key,
  asset        text not null,
  kind         text not null check (kind in ('pin', 'boost', 'bury')),
  points       double precision not null, -- of the ranking's score; 0 for a pin
  -- the segment: what is null does not matter
  stage        text,
  industry     text,
  persona      text,
  product      text,
  region       text,
  team         text,
  from_day     date not null,
  until_day    date not null,
  reason       text not null,
  made_by      text not null,
  made_at      timestamptz not null,
  ended_by     text,
  ended_at     timestamptz,
  replaces     bigint references recommendation_curation,
  log_sequence bigint not null, -- nothing before this place of the log can be its effect
  check (until_day >= from_day)
);
create index recommendation_curation_due on recommendation_curation (until_day) where ended_at is null;
