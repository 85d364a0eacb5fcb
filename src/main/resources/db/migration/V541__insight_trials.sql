-- The randomised part of the recommendations: what was drawn by lot, and what came of it. Only from
-- here figures are called effects. Slates of before are taken in by the command rebuild-insight.
alter table insight_slate
  drop column team,
  add teams text[] not null default '{}', -- whose choice each item was, by position; empty for none
  add tried text,              -- the asset that was tried out; empty where it might have been
  add chance double precision; -- in (0, 1) that it came out so

-- Sums over reps' days, the unit that is drawn: those of the squares tell how much they differ.
create table insight_trial (
  day       date   not null,
  arm       text   not null, -- in_use or holdout
  model     text   not null, -- that is in use
  rep_days  int    not null,
  seen      bigint not null, -- slates
  used      bigint not null, -- of these
  uses      bigint not null, -- from these
  seen_seen bigint not null,
  used_used bigint not null,
  seen_used bigint not null,
  uses_uses bigint not null,
  seen_uses bigint not null,
  primary key (day, arm, model)
);
-- two models that pick in turn: sessions by whose choice was used first
create table insight_preference (
  day    date not null,
  model  text not null,
  rival  text not null,
  wins   int  not null,
  losses int  not null,
  ties   int  not null,
  primary key (day, model, rival)
);
-- slates on which something was tried out, or might have been; each counts by the inverse of its
-- chance. The row of the empty asset has all uses, the others those of one asset.
create table insight_exploration (
  day      date   not null,
  asset    text   not null,
  tried    bool   not null,
  rep_days int    not null, -- 0 but for the empty asset, like all that counts slates
  slates   bigint not null,
  tries    bigint not null, -- of this asset
  used     bigint not null, -- slates from which it was used
  w        double precision not null, -- weights
  y        double precision not null, -- weights of the used
  w_w      double precision not null,
  y_y      double precision not null,
  w_y      double precision not null,
  primary key (day, asset, tried)
);
