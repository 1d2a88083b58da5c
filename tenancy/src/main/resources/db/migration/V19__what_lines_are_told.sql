-- A channel that says 5, then 3, then 5 again wants 5: what it said last is no longer worked out from what became of it here.
alter table order_line add column told int;
comment on column order_line.told is 'Units that the channel last said there are; null while it is what was ordered first.';

-- Lists of listings read all of them for each page, and each channel counted those without a SKU through all of its own.
create index listing_by_time on listing (tenant_id, created_at, id);
create index listing_of_channel_by_time on listing (tenant_id, channel_id, created_at, id);
create index listing_without_sku on listing (tenant_id, channel_id) where sku_id is null;
