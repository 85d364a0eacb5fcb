-- What people looked for, did not find, and asked marketing for.
create table content_request (
  id       bigserial primary key,
  asked_by text not null,
  asked_at timestamptz not null,
  need     text not null, -- in the asker's words
  query    text not null, -- what was typed, may be empty
  filters  text not null, -- what was chosen beside it, for people, may be empty
  address  text not null, -- the parameters of the search page
  deal     text,
  done_by  text,
  done_at  timestamptz
);
create index content_request_open on content_request (asked_at) where done_at is null;
-- who asks twice for the same has asked once
create unique index content_request_once on content_request
  (asked_by, address, coalesce(deal, ''), need) where done_at is null;
