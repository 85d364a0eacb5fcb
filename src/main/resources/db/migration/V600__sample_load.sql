-- One row at most: the sample company, and by how many days its dates were moved when loading began.
create table sample_load (
  only_one boolean primary key default true check (only_one),
  name text not null,
  shift_days integer not null,
  started_at timestamptz not null,
  finished_at timestamptz
);
