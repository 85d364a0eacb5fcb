-- What was noted on deals in the CRM, so that it is noted once; and how far the log was followed.
create table sync_note (
  key      text primary key,
  deal     text        not null,
  source   text        not null,
  noted_at timestamptz not null,
  problem  text
);

create table sync_note_position (
  only_row boolean primary key default true check (only_row),
  position bigint not null
);
