-- What was learned of each vocabulary from the labels that people settled; the newest row of each counts.
create table library_label_model (
  id           bigint generated always as identity primary key,
  dimension    text        not null,
  fitted_at    timestamptz not null,
  encoder      text        not null, -- whose meanings it reads
  said         int         not null, -- assets on which people had said something
  said_digest  text        not null, -- of what they had said
  assets       int         not null, -- of these, measured by cross-validation; the figures of the gate follow
  cues_loss    double precision not null,
  learned_loss double precision not null,
  gain         double precision not null,
  gain_error   double precision not null,
  document     text                  -- the model as JSON; null where the cues stay
);
create index library_label_model_newest on library_label_model (dimension, id);

-- By which models an asset was labelled last. May be emptied at any time: everything is labelled anew then.
create table library_labelled (
  asset_id text   primary key references asset (id) on delete cascade,
  revision bigint not null, -- of the asset, as it was left
  models   text   not null  -- vocabularies with the numbers of their models
);
