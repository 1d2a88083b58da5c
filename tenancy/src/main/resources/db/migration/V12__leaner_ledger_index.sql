-- The ledger of a SKU has few movements of one moment: their ids need not be in the index to be told apart. It can be read while
-- the new one is made, and written afterwards.
create index stock_movement_of_sku on stock_movement (tenant_id, sku_id, recorded_at);
drop index stock_movement_by_sku;
alter index stock_movement_of_sku rename to stock_movement_by_sku;
