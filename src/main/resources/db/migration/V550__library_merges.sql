-- Which near copies were merged into which asset. A copy's id leads to the kept one for as long as
-- the merge holds; also when the copy itself was deleted meanwhile. Ended merges stay, to say who
-- did what.
create table asset_merge (
  id            bigint generated always as identity primary key,
  copy          text        not null,
  kept          text        not null,
  merged_at     timestamptz not null,
  merged_by     text,
  status_before text        not null, -- of the copy
  labels_taken  text[]      not null, -- values the kept one got from the copy, as "field:value"
  ended_at      timestamptz,
  ended_by      text,
  check (copy <> kept)
);
create unique index asset_merge_holding on asset_merge (copy) where ended_at is null;
create index asset_merge_kept on asset_merge (kept);
