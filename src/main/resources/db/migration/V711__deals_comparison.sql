-- In which comparison with the CRM's whole list a record was seen last.
alter table sync_record add column seen_in text;
