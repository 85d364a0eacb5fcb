-- One row at most: the requests for content of the sample company are in, which were taken in at once.
create table sample_requests (
  only_one boolean primary key default true check (only_one),
  taken_at timestamptz not null
);
