-- Taking an order writes a dozen rows. What each of them costs beyond itself is cut here: keys that another key implies,
-- the same reference checked over and over, one message for each SKU of a change, a setting read for each row.

-- A message speaks of all the subjects of one change.
alter table outbox add column subjects uuid[];
update outbox set subjects = array[subject_id];
alter table outbox alter column subjects set not null, drop column subject_id,
  add constraint outbox_subjects check (cardinality(subjects) between 1 and 500);

-- The parts of an order are keyed by it: one index finds a part, and all parts of an order.
alter table stock_hold drop constraint stock_hold_tenant_id_line_id_fkey, drop constraint stock_hold_tenant_id_order_id_fkey,
  drop constraint stock_hold_pkey, add primary key (tenant_id, order_id, id);
drop index stock_hold_by_order;
alter table order_line drop constraint order_line_pkey, add primary key (tenant_id, order_id, id);
alter table stock_hold add foreign key (tenant_id, order_id, line_id) references order_line (tenant_id, order_id, id);
alter table order_event drop constraint order_event_pkey, add primary key (tenant_id, order_id, id);
drop index order_event_by_order;

-- What these references point to is never deleted: the right to do so is taken away, which is cheaper than looking at each
-- write whether it is still there. Inside an order every reference goes on being checked.
revoke delete on tenant, sku, location, channel, listing, stock_level from onhand_app;
alter table order_line drop constraint order_line_tenant_id_listing_id_fkey, drop constraint order_line_tenant_id_sku_id_fkey;
alter table sales_order drop constraint sales_order_tenant_id_channel_id_fkey;
alter table stock_hold drop constraint stock_hold_tenant_id_sku_id_location_id_fkey;
alter table stock_movement drop constraint stock_movement_tenant_id_from_location_id_fkey,
  drop constraint stock_movement_tenant_id_to_location_id_fkey;
alter table inbox drop constraint inbox_tenant_id_channel_id_fkey;
alter table publication drop constraint publication_tenant_id_channel_id_fkey;
alter table publication_lag drop constraint publication_lag_tenant_id_channel_id_fkey;

do $$
declare t text;
begin
  foreach t in array array['sales_order', 'order_line', 'order_event', 'stock_hold', 'stock_level', 'stock_movement', 'inbox',
      'outbox', 'publication', 'publication_lag', 'idempotency_key', 'import_order', 'import_row'] loop
    execute format('alter table %I drop constraint %I', t, t || '_tenant_id_fkey');
  end loop;
  -- Read once a statement, not once a row.
  for t in select tablename from pg_policies where schemaname = 'public' and policyname = 'own_tenant' loop
    execute format('alter policy own_tenant on %I using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))', t);
  end loop;
end $$;
