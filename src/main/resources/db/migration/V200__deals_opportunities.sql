create table opportunity (
  id                text primary key,
  name              text not null,
  account           text,
  account_key       text,
  industry          text,
  company_size      text,
  region            text,
  personas          text[] not null default '{}',
  sales_stage       text,
  stage_override    text,
  crm_journey_stage text,
  competitors       text[] not null default '{}',
  products          text[] not null default '{}',
  amount            numeric,
  currency          text,
  owner             text,
  created_on        date,
  closed_on         date,
  outcome           text not null,
  loss_reason       text,
  lead_source       text,
  notes             text,
  changed_at        timestamptz not null
);
create index opportunity_owner on opportunity (owner, outcome, changed_at desc);
create index opportunity_account on opportunity (account_key) where account_key is not null;
create index opportunity_changed on opportunity (changed_at desc);

create table stage_history (
  deal        text not null references opportunity (id) on delete cascade,
  entered_at  timestamptz not null,
  sales_stage text not null,
  stated      text,
  primary key (deal, entered_at, sales_stage)
);

-- only what people decided; the defaults of the CRMs ship with the program
create table stage_map (
  name_key      text primary key,
  name          text not null,
  journey_stage text not null,
  changed_by    text,
  changed_at    timestamptz not null
);
