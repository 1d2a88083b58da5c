-- Who tells a channel now, and until when at the longest: one batch of a channel is under way at a time, whichever node sends it.
create table publication_lease (
  tenant_id  uuid not null references tenant,
  channel_id uuid not null,
  holder     uuid not null,
  ends_at    timestamptz not null,
  primary key (tenant_id, channel_id)
) with (fillfactor = 50);
alter table publication_lease enable row level security;
alter table publication_lease force row level security;
create policy own_tenant on publication_lease to onhand_app using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
create policy due_work on publication_lease for select to onhand_relay using (true);
grant select, insert, update on publication_lease to onhand_app;
grant select (tenant_id, channel_id, ends_at) on publication_lease to onhand_relay;

-- In the order in which listings are told: a claim reads as many entries as it takes, however many wait.
drop index publication_due;
create index publication_due on publication (tenant_id, channel_id, pending_quantity nulls first) where stale_since is not null;

-- A SKU cannot be deleted, so a movement need not ask for it again.
alter table stock_movement drop constraint stock_movement_tenant_id_sku_id_fkey;
