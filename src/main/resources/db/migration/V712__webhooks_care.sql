alter table webhook_subscription add column paused boolean not null default false;
alter table webhook_delivery
  add column answer text,          -- how the last answer began
  add column tried_at timestamptz; -- the last attempt
