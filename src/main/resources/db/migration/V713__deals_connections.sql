-- CRMs that were connected in the UI; the secrets are sealed with the key of this home.
create table crm_connection (
  name          text        primary key,
  type          text        not null,
  url           text,
  client_id     text,
  zone          text        not null,
  write_back    boolean     not null,
  token         text,
  client_secret text,
  changed_at    timestamptz not null
);
