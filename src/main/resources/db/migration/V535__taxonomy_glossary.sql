-- What both teams call things; every version is kept.
create table glossary_entry (
  id         bigserial primary key,
  term       text not null,
  term_key   text not null unique -- normalized
);
create table glossary_version (
  entry      bigint not null references glossary_entry (id),
  version    int not null check (version >= 1),
  definition text not null, -- '' for a word that is not used any more
  synonyms   text[] not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (entry, version)
);
create index glossary_version_changed on glossary_version (changed_at);
