-- What is remembered of each text to tell near copies; may be emptied at any time.
create table asset_sketch (
  asset_id text primary key references asset (id) on delete cascade,
  version  int   not null, -- of the asset whose text it is
  sketch   bytea not null  -- empty where the text is too short to tell
);
