-- How a CRM without an adapter of its own is asked, in the words of the configuration (YAML).
alter table crm_connection add column shape text;
