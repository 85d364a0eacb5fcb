-- How much each group of the expert weights counts, as people decided; the newest row is in use.
create table recommendation_weight_setting (
  number     bigint generated always as identity primary key,
  factors    jsonb       not null, -- by group; 1 is left out
  changed_by text        not null, -- sign-in name
  changed_at timestamptz not null
);
