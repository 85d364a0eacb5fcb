-- How far each CRM was read; the cursor is committed together with the deals it stands behind.
create table sync_source (
  name       text primary key,
  cursor     jsonb not null default '{}',
  not_before timestamptz,                    -- when the CRM asked us to wait
  changed_at timestamptz not null
);

-- What the CRM said last of each of its deals: an older word never overwrites a newer one.
create table sync_record (
  source      text        not null,
  crm_id      text        not null,
  modified_at timestamptz not null,
  removed     boolean     not null default false,
  merged_into text,
  primary key (source, crm_id)
);

create table sync_run (
  id          bigint generated always as identity primary key,
  source      text        not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  dry         boolean     not null,
  added       bigint      not null default 0,
  changed     bigint      not null default 0,
  unchanged   bigint      not null default 0,
  removed     bigint      not null default 0,
  merged      bigint      not null default 0,
  stale       bigint      not null default 0, -- older than what was known
  refused     bigint      not null default 0, -- records with a problem
  failure     text,
  advice      text,
  notes       text[]      not null default '{}'
);
create index sync_run_source on sync_run (source, id desc);

-- Records that could not be taken, until they can be.
create table sync_problem (
  source   text        not null,
  crm_id   text        not null,
  column_name text     not null,
  problem  text        not null,
  advice   text        not null,
  since    timestamptz not null,
  primary key (source, crm_id)
);

-- Which field of the CRM fills which column of a deal, where people chose another than the default.
create table sync_mapping (
  source      text not null,
  column_name text not null,
  field       text not null, -- empty: the column is not synced
  changed_by  text,
  changed_at  timestamptz not null,
  primary key (source, column_name)
);
