-- A word may name a stage of the CRM ("SQL"): then it says which stage of the journey is meant.
alter table glossary_version add stage text;
