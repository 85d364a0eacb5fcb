-- Searches that people keep; seen is what each had found when its owner looked last.
create table search_saved (
  id         bigserial primary key,
  owner      text not null,
  name       text not null,
  address    text not null, -- the parameters of the search page
  saved_at   timestamptz not null,
  visited_at timestamptz not null,
  seen       text[] not null
);
create unique index search_saved_name on search_saved (owner, lower(name));
