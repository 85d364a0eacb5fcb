-- How long events are kept, by type; a type that is not here is kept for good (ADR-0012).
create table feedback_retention (
  type text primary key,
  days int not null check (days >= 30)
);
-- What is left of events that were deleted: counts without people, slates or deals.
create table feedback_kept_count (
  month   date not null,
  type    text not null,
  asset   text not null, -- '' for slates
  verdict text not null, -- helpful or not_helpful of ratings, else ''
  events  bigint not null,
  seconds double precision not null,
  primary key (month, type, asset, verdict)
);
create table feedback_retention_run (
  id      bigserial primary key,
  at      timestamptz not null,
  deleted bigint not null
);
