-- First answers under an Idempotency-Key, for a day; without a status while the request runs.
create table api_kept_answer (
  caller text not null,
  key text not null,
  digest bytea not null, -- SHA-256 of path and body
  begun_at timestamptz not null,
  status integer,
  content_type text,
  location text,
  body bytea,
  primary key (caller, key)
);
create index api_kept_answer_begun on api_kept_answer (begun_at);
