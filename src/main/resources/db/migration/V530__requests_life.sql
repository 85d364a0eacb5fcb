-- A request lives: it is routed, promised, answered, delivered, and proven by use in a deal.
alter table content_request
  add column kind           text,
  add column products       text[] not null default '{}',
  add column slate          text,
  add column state          text not null default 'asked',
  add column owner          text,
  add column answer_by      date,
  add column due_on         date,
  add column answered_at    timestamptz,
  add column decline_reason text,
  add column asset          text,
  add column delivered_at   timestamptz,
  add column proven_at      timestamptz,
  add column merged_into    bigint references content_request (id),
  add column changed_at     timestamptz;

update content_request set
  state = case when done_at is null then 'asked' else 'delivered' end,
  answered_at = done_at, delivered_at = done_at, changed_at = coalesce(done_at, asked_at),
  answer_by = asked_at::date + 3, due_on = asked_at::date + 14;

-- What happened to a request, and who did it.
create table content_request_step (
  id      bigserial primary key,
  request bigint not null references content_request (id),
  at      timestamptz not null,
  actor   text, -- sign-in name, or null for the program
  what    text not null, -- the state or move
  words   text not null  -- a sentence for people
);
create index content_request_step_request on content_request_step (request, id);
insert into content_request_step (request, at, actor, what, words)
  select id, asked_at, asked_by, 'asked', 'Asked' from content_request order by id;
insert into content_request_step (request, at, actor, what, words)
  select id, done_at, done_by, 'delivered', 'Marked as done' from content_request
  where done_at is not null order by id;

drop index content_request_open;
drop index content_request_once;
alter table content_request drop column done_by, drop column done_at,
  alter column changed_at set not null, alter column answer_by set not null,
  alter column due_on set not null;
-- who asks twice for the same has asked once
create unique index content_request_once on content_request
  (asked_by, address, coalesce(deal, ''), coalesce(kind, ''), need)
  where state in ('asked', 'accepted', 'in_work');
create index content_request_state on content_request (state, due_on);

-- Everyone who asked for it, with the deal it is needed for.
create table content_request_asker (
  request  bigint not null references content_request (id),
  asker    text not null,
  deal     text not null default '', -- '' for none
  asked_at timestamptz not null,
  primary key (request, asker, deal)
);
insert into content_request_asker (request, asker, deal, asked_at)
  select id, asked_by, coalesce(deal, ''), asked_at from content_request;

-- Uses of a delivered asset on deals, read from the feedback log: what proves a request.
create table content_request_use (
  request bigint not null references content_request (id),
  key     text not null, -- of the event
  deal    text not null,
  at      timestamptz not null,
  primary key (request, key)
);
create index content_request_use_key on content_request_use (key);
create table content_request_progress (
  only_row boolean primary key default true check (only_row),
  sequence bigint not null
);
insert into content_request_progress (sequence) values (0);

-- Who answers for which kind of content; '' stands for every type or product.
create table content_owner (
  type    text not null default '',
  product text not null default '', -- normalized
  label   text not null default '', -- the product as people write it
  owner   text not null,
  primary key (type, product)
);

-- What marketing promised, in working days; the row without a type holds for all others.
create table service_level (
  type          text primary key,
  answer_days   int not null check (answer_days between 1 and 60),
  delivery_days int not null check (delivery_days between 1 and 365)
);
insert into service_level (type, answer_days, delivery_days) values ('', 3, 15);
