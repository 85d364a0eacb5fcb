-- How often something was taken out of a model because a person was deleted: other processes that
-- hold the model in memory see by it that they have to read it again.
alter table learning_model add column rewritten integer not null default 0;
