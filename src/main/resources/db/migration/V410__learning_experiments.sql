-- A model that passed the gate may first be tried before reps (canary), be turned down after that,
-- or be rolled back when it turns out worse.
alter table learning_decision drop constraint learning_decision_kind_check;
alter table learning_decision add constraint learning_decision_kind_check
  check (kind in ('promoted', 'kept', 'chosen', 'canary', 'rejected', 'rolled_back'));
-- How well the model in use predicted the sessions of a week before it learned from them.
create table learning_drift (
  week            date not null,
  model           text not null,
  sessions        integer not null,
  -- sums over the sessions: log-loss of the model and of the prior, and the square of the difference
  loss            double precision not null,
  prior_loss      double precision not null,
  squared_gain    double precision not null,
  primary key (week, model)
);
