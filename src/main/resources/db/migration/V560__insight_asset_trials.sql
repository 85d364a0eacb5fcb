-- The effect of one very asset: from slates for one place of which an asset was drawn out of a pool,
-- and whose log tells the pool with the chance of each. Older slates tell no pool and are left out.
alter table insight_slate
  add pool text[] not null default '{}', -- the assets that might have been drawn
  add pool_chance double precision[] not null default '{}', -- of each, in (0, 1)
  add pool_new boolean[] not null default '{}'; -- of each: not on the slate unless it is drawn

-- Sums over reps' days, each slate by the inverse of the chance of what came out of it for the
-- asset; those of the squares tell how much the days differ.
create table insight_asset_trial (
  day       date   not null,
  asset     text   not null,
  shown     bool   not null, -- drawn for the place, or not
  rep_days  int    not null,
  slates    bigint not null,
  anew      bigint not null, -- of these, where it was not on the slate unless it was drawn
  used      bigint not null, -- slates from which it was used
  lists     bigint not null, -- slates from which anything was used
  w         double precision not null, -- weights
  w_w       double precision not null,
  y         double precision not null, -- weights of the slates from which it was used
  y_y       double precision not null,
  w_y       double precision not null,
  z         double precision not null, -- weights of the slates from which anything was used
  z_z       double precision not null,
  w_z       double precision not null,
  primary key (day, asset, shown)
);
create index insight_asset_trial_asset on insight_asset_trial (asset);
-- months that are over, by their first day
create table insight_asset_trial_month (like insight_asset_trial including all);

-- What was used of single assets wherever anything was tried out said little about them.
delete from insight_exploration where asset <> '';
alter table insight_exploration
  drop constraint insight_exploration_pkey,
  drop column asset,
  drop column tries,
  add primary key (day, tried);
