-- A file whose columns nobody has explained yet waits, with its table for people to look at, until somebody says which column is what.
alter table import_run add column file_table jsonb;
alter table import_run drop constraint import_run_state_check;
alter table import_run add constraint import_run_state_check
  check (state in ('uploaded', 'unrecognised', 'previewed', 'committing', 'committed', 'undoing', 'undone', 'failed'));
create index import_run_tables on import_run (tenant_id, channel_id, created_at desc) where file_table is not null;
create index import_run_unrecognised on import_run (tenant_id, created_at) where state = 'unrecognised';
