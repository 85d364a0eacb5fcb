-- What people are told, in the program and, where they want it, by mail.
create table message (
  id        bigserial primary key,
  recipient text not null,
  key       text not null, -- the same thing is told once
  at        timestamptz not null,
  words     text not null,
  path      text not null, -- where it leads in the program, may be empty
  read_at   timestamptz,
  mailed_at timestamptz,
  unique (recipient, key)
);
create index message_recipient on message (recipient, id desc);
create index message_to_mail on message (recipient) where mailed_at is null;

create table message_mail (
  user_id   text primary key,
  address   text not null, -- '' where the sign-in name is the address
  wanted    boolean not null,
  mailed_at timestamptz
);
