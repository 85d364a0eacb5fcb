-- What people want answered, and their grades of assets for it: to measure rankings by.
create table recommendation_situation (
  id         text        primary key,
  query      text        not null,
  deal       jsonb       not null, -- as in situation files; {} without a deal
  kind       text,
  changed_by text        not null, -- sign-in name
  changed_at timestamptz not null
);

create sequence recommendation_situation_number;

create table recommendation_judgment (
  situation text        not null references recommendation_situation (id) on delete cascade,
  asset     text        not null,
  grade     smallint    not null check (grade between 0 and 3),
  judged_by text        not null,
  judged_at timestamptz not null,
  primary key (situation, asset)
);
