-- The meaning of texts, encoded once; the search index is built from it. May be emptied at any time.
create table search_embedding (
  digest     text  primary key, -- of the model's name and the text
  components bytea not null
);
