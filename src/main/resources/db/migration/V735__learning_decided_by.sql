-- Who decided, where a person did in the program or over the API; null for what Tandem decided by
-- itself, for the command line, and for what was decided before this was kept.
alter table learning_decision add column decided_by text;
