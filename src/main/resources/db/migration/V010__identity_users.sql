create table app_user (
    id                   text primary key check (id = lower(id) and length(id) between 1 and 120),
    display_name         text not null check (length(display_name) between 1 and 200),
    role                 text not null check (role in ('REP', 'MARKETER', 'ADMINISTRATOR')),
    team                 text not null default '',
    password_hash        text,
    sample_password      text,
    disabled             boolean not null default false,
    must_change_password boolean not null default false,
    sign_in_version      integer not null default 1,
    created_at           timestamptz not null
);

comment on column app_user.password_hash is 'null: a program that comes with tokens only';
comment on column app_user.sample_password is 'the published password of a user of the sample company, shown on the sign-in page';
comment on column app_user.sign_in_version is 'grows with password, role and disabled; sessions begun under an older one end';

create table api_token (
    id           bigint generated always as identity primary key,
    name         text not null,
    user_id      text not null references app_user (id),
    role         text not null check (role in ('REP', 'MARKETER', 'ADMINISTRATOR')),
    secret_hash  bytea not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

comment on column api_token.secret_hash is 'SHA-256 of the token; the token itself is never stored';
