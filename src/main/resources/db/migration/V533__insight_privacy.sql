-- Whether figures of people may be seen at all, and who looked at whose.
create table insight_privacy (
  only_row       boolean primary key default true check (only_row),
  people_reports boolean not null,
  changed_by     text,
  changed_at     timestamptz
);
insert into insight_privacy (people_reports) values (false);
create table insight_figure_access (
  id     bigserial primary key,
  at     timestamptz not null,
  viewer text not null,
  person text not null,
  what   text not null
);
create index insight_figure_access_person on insight_figure_access (person, id desc);
