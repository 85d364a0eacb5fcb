create index webhook_delivery_done on webhook_delivery (coalesce(tried_at, at))
  where state <> 'waiting';
create index webhook_delivery_newest on webhook_delivery (subscription, number);
-- Delivered requests that were told, or were there before anybody wanted to be told. A moment says
-- too little: two are delivered in the same millisecond, or one becomes visible after a later one.
create table webhook_request_told (request bigint primary key);
