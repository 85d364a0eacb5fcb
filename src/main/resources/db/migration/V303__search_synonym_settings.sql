-- Synonyms that people added to or took from those of the index folder; the newest row is in use.
create table search_synonym_setting (
  number     bigint generated always as identity primary key,
  added      text[]      not null, -- groups, their names separated by commas
  removed    text[]      not null,
  changed_by text        not null, -- sign-in name
  changed_at timestamptz not null
);
