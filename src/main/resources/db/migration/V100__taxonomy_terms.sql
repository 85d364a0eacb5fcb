create table taxonomy_term (
  dimension  text        not null,
  key        text        not null,
  label      text        not null,
  built_in   boolean     not null,
  created_at timestamptz not null default now(),
  primary key (dimension, key)
);

-- A name stands for exactly one term of its vocabulary.
create table taxonomy_alias (
  dimension text not null,
  key       text not null,
  alias     text not null,
  term_key  text not null,
  primary key (dimension, key),
  foreign key (dimension, term_key) references taxonomy_term (dimension, key) on delete cascade
);
