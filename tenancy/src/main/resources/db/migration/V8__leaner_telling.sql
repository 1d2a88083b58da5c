-- What a channel is told needs nothing but its publication: which SKU the listing sells, and what both are called, is repeated there.
alter table publication add column sku_id uuid, add column external_id text collate "C", add column code text collate "C",
  add column stale_before boolean not null default false;
comment on column publication.sku_id is 'As in listing, of which this is a copy. So are external_id and, of the SKU, code; neither of these ever changes.';
comment on column publication.stale_before is 'Whether it was stale already when it was marked last.';
comment on column publication.queue_place is
  'In the queue of its channel: the units it waits with, at most 100, the fewest first; -1 when they are not known yet. Null when the channel knows all, or a node has it in hand.';
alter table publication no force row level security;
alter table listing no force row level security;
alter table sku no force row level security;
update publication p set sku_id = l.sku_id, external_id = l.external_id, code = s.code
  from listing l join sku s on s.tenant_id = l.tenant_id and s.id = l.sku_id
  where l.tenant_id = p.tenant_id and l.id = p.listing_id;
-- A listing that lost its SKU while it was being marked could keep its publication.
delete from publication where sku_id is null;
alter table publication force row level security;
alter table listing force row level security;
alter table sku force row level security;
alter table publication alter column sku_id set not null, alter column external_id set not null, alter column code set not null;

-- From a leaf to the SKUs that are made of it, and from those to their listings: from the indexes alone.
drop index sku_leaf_by_leaf;
create index sku_leaf_by_leaf on sku_leaf (tenant_id, leaf_id, sku_id);
drop index listing_by_sku;
create index listing_by_sku on listing (tenant_id, sku_id, id);

-- A line is known in its order by the channel's id of it: one index finds it, and lets it be there once.
alter table order_line drop constraint order_line_pkey, drop constraint order_line_tenant_id_order_id_external_line_id_key,
  add primary key (tenant_id, order_id, external_line_id);
analyze publication;
