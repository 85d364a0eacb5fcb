-- What programs changed, or tried to, by their API tokens; kept for a year.
create table api_token_use (
  number bigint generated always as identity primary key,
  token_id bigint not null,
  user_id text not null,
  method text not null,
  path text not null,
  status integer not null,
  at timestamptz not null
);
create index api_token_use_at on api_token_use (at);
