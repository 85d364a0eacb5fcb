-- Which merged copies count for which asset; a copy of what the library says, so that a change is
-- noticed. Events keep the asset that they were logged with beside the one they count for.
create table insight_alias (
  copy text primary key,
  kept text not null
);
alter table insight_event add logged_asset text; -- null where it is the asset itself
create index insight_event_logged on insight_event (logged_asset) where logged_asset is not null;
