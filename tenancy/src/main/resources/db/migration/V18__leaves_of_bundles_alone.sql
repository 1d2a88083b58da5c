-- A SKU that is no bundle is its own leaf, and no row has to say so: what an order, a quantity and a change are looked up by has
-- rows of bundles alone. Whoever is in no hurry reads of all SKUs in one view.
create table bundle_leaf (
  tenant_id uuid not null references tenant,
  bundle_id uuid not null,
  leaf_id   uuid not null,
  quantity  int not null check (quantity > 0),
  primary key (tenant_id, bundle_id, leaf_id) include (quantity),
  foreign key (tenant_id, bundle_id) references sku (tenant_id, id),
  foreign key (tenant_id, leaf_id) references sku (tenant_id, id),
  check (bundle_id <> leaf_id)
);
comment on table bundle_leaf is 'What one unit of a bundle takes from the shelf: the leaves of its tree. Derived from bundle_component.';
create index bundle_leaf_by_leaf on bundle_leaf (tenant_id, leaf_id, bundle_id);
alter table bundle_leaf enable row level security;
alter table sku_leaf no force row level security;
insert into bundle_leaf select tenant_id, sku_id, leaf_id, quantity from sku_leaf where sku_id <> leaf_id;
alter table bundle_leaf force row level security;
create policy own_tenant on bundle_leaf to onhand_app using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
grant select, insert, update, delete on bundle_leaf to onhand_app;
alter table bundle_leaf alter column tenant_id set (n_distinct = 1);
analyze bundle_leaf;

drop table sku_leaf;
create view sku_leaf with (security_invoker = true) as
  select tenant_id, bundle_id as sku_id, leaf_id, quantity from bundle_leaf
  union all
  select s.tenant_id, s.id, s.id, 1 from sku s
  where not exists (select from bundle_leaf b where b.tenant_id = s.tenant_id and b.bundle_id = s.id);
comment on view sku_leaf is 'What one unit of a SKU takes from the shelf: itself, or the leaves of a bundle.';
grant select on sku_leaf to onhand_app;
