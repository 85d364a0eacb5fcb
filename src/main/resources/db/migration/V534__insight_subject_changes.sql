-- What changed about a product or a competitor: content about it from before has to be looked at.
create table insight_subject_change (
  id         bigserial primary key,
  dimension  text not null check (dimension in ('product', 'competitor')),
  term_key   text not null, -- normalized
  label      text not null,
  changed_on date not null,
  note       text not null,
  noted_by   text not null,
  noted_at   timestamptz not null
);
