-- One row that every change of the library locks and counts up: revisions become visible in their
-- own order, so that a reader who has seen revision n has seen all before it.
create table library_revision (
  only_row boolean primary key default true check (only_row),
  latest   bigint not null
);
insert into library_revision (latest) values (0);

create table asset (
  id           text        primary key,
  version      int         not null check (version >= 1),
  revision     bigint      not null unique,
  title        text        not null,
  type         text        not null,
  audience     text        not null,
  labels       jsonb       not null, -- every labelled value with origin, confidence and basis
  decided      text[]      not null, -- fields that a person set: an import leaves them alone
  refused      text[]      not null, -- inferred values that a person took away
  status       text        not null,
  url          text,
  owner        text,
  author       text,
  published_on date,
  review_by    date,
  expires_on   date,
  cost         numeric,
  currency     text,
  tags         text[]      not null,
  source_path  text,
  given_digest text,                 -- what the manifest said, to recognise a row that changed
  text_digest  text,                 -- of the normalised text, to recognise duplicates
  created_at   timestamptz not null,
  changed_at   timestamptz not null
);
create unique index asset_source_path on asset (source_path);
create index asset_text_digest on asset (text_digest);
create index asset_title on asset (title, id);

create table asset_version (
  asset_id    text        not null references asset (id) on delete cascade,
  version     int         not null,
  checksum    text,
  file_name   text,
  media_type  text,
  size_bytes  bigint,
  title       text        not null,
  headings    jsonb       not null,
  pages       jsonb       not null,
  created_at  timestamptz not null,
  created_by  text,
  primary key (asset_id, version)
);
create index asset_version_checksum on asset_version (checksum);

-- What people changed; kept for as long as the asset.
create table asset_correction (
  id           bigint generated always as identity primary key,
  asset_id     text        not null references asset (id) on delete cascade,
  corrected_at timestamptz not null,
  corrected_by text,
  field        text        not null,
  before       text,
  after        text
);
create index asset_correction_asset on asset_correction (asset_id, id);

create table asset_deletion (
  id         text        primary key,
  revision   bigint      not null unique,
  deleted_at timestamptz not null,
  deleted_by text
);
