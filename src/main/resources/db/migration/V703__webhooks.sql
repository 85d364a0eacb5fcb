create table webhook_subscription (
  id bigint generated always as identity primary key,
  address text not null,
  types text[] not null,
  secret text not null, -- needed to sign, so it cannot be kept as a hash
  created_at timestamptz not null
);
create table webhook_delivery (
  number bigint generated always as identity primary key,
  subscription bigint not null references webhook_subscription on delete cascade,
  event text not null,
  type text not null,
  body text not null,
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up')),
  attempts integer not null default 0,
  next_at timestamptz not null,
  status integer,
  trouble text,
  unique (subscription, event)
);
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting';
create table webhook_cursor (source text primary key, place bigint not null);
create table webhook_asset_state (asset text primary key, state text not null);
