-- How long records other than events are kept, by kind; a kind that is not here is kept for
-- good (ADR-0012).
create table record_retention (
  kind       text primary key,
  days       int not null check (days between 30 and 3650),
  changed_by text not null,
  changed_at timestamptz not null
);
create table record_retention_run (
  id      bigint generated always as identity primary key,
  at      timestamptz not null,
  kind    text        not null,
  removed bigint      not null
);
create index message_at on message (at);
create index insight_figure_access_at on insight_figure_access (at);
-- Old proofs lose the event, and so the person, that they came from: one row a deal is left.
alter table content_request_use add uses int not null default 1 check (uses > 0);
create index content_request_use_at on content_request_use (at);
