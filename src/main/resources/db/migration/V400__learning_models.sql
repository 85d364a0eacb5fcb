-- Learned models as data, and every decision about which one ranks, with its reason.
create table learning_model (
  version    text primary key,
  created_at timestamptz not null default now(),
  document   text not null,
  checksum   text not null
);
create table learning_decision (
  number       bigserial primary key,
  at           timestamptz not null,
  kind         text not null check (kind in ('promoted', 'kept', 'chosen')),
  -- the model that was tested or chosen; the name of the prior for the way back to it
  version      text not null,
  -- the one in use before
  before       text not null,
  reason       text not null,
  log_sequence bigint not null,
  sessions     integer not null,
  held_out     integer,
  gain         double precision,
  gain_low     double precision,
  gain_high    double precision
);
create index learning_decision_in_use on learning_decision (number desc) where kind <> 'kept';
