-- Signed contexts that were used and would be taken again by their age alone.
create table embed_seen_context (
  digest bytea primary key, -- SHA-256 of the tenant and the signature or id
  until timestamptz not null
);
create index embed_seen_context_until on embed_seen_context (until);
