-- Orders that wait are served when the network of their channel grows, not only when stock comes.
alter table outbox drop constraint outbox_kind_check, add constraint outbox_kind_check
  check (kind in ('stock-changed', 'stock-raised', 'listing-linked', 'network-changed'));

-- What a SKU is made of is read with every order and every availability: from the index alone.
alter table sku_leaf drop constraint sku_leaf_pkey, add primary key (tenant_id, sku_id, leaf_id) include (quantity);

-- A channel that gave no answer may carry out what it was told yet, after something newer: from then on it cannot any longer, and
-- is told once more.
alter table publication add column settles_at timestamptz;
create index publication_unsettled on publication (tenant_id, channel_id, settles_at) where settles_at is not null;
grant select (settles_at) on publication to onhand_relay;

-- Tenants differ in size by a thousand times. Whoever plans for all of them together finds that any tenant has a handful of rows,
-- and that reading all of them is as good as a key. So a tenant is told to have them all: then only the rest of a key counts.
do $$
declare t text;
begin
  for t in select c.table_name from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'tenant_id'
      and c.table_name <> 'tenant' loop
    execute format('alter table %I alter column tenant_id set (n_distinct = 1)', t);
    execute format('analyze %I', t);
  end loop;
end $$;
