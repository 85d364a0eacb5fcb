-- How far a source that tells its changes was read; empty for those that are listed as a whole.
create table source_state (
  name       text primary key,
  mark       text,
  scan       bigint not null default 0, -- counts the scans: what a whole one did not see is gone
  changed_at timestamptz not null
);

-- What lies at a source, and what became of it here.
create table source_item (
  source   text        not null,
  key      text        not null,
  version  text        not null,             -- as the source tells it; a changed one is fetched
  link     text,
  asset    text,                             -- null for what was not taken
  archived boolean     not null default false, -- because it is gone from the source
  problem  text,
  advice   text,
  scan     bigint      not null,
  seen_at  timestamptz not null,
  primary key (source, key)
);
create index source_item_asset on source_item (asset) where asset is not null;

create table source_run (
  id          bigint generated always as identity primary key,
  source      text        not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  published   bigint      not null default 0,
  updated     bigint      not null default 0,
  unchanged   bigint      not null default 0,
  duplicate   bigint      not null default 0,
  rejected    bigint      not null default 0,
  archived    bigint      not null default 0,
  restored    bigint      not null default 0,
  left_out    bigint      not null default 0,
  failure     text,
  advice      text
);
create index source_run_source on source_run (source, id desc);
