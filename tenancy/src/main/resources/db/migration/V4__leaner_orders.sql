-- One index finds an order by its number, and lets a number be taken once in its channel: each order whose import was undone
-- stands for itself.
create unique index sales_order_number_once on sales_order (tenant_id, external_id, channel_id, (case when state = 'undone' then id end)) nulls not distinct;
drop index sales_order_once, sales_order_by_number;

-- The parts of an order are written with it or under its lock, and neither is ever deleted: the right to do so is taken away.
revoke delete on sales_order, order_line, stock_hold from onhand_app;
alter table order_line drop constraint order_line_tenant_id_order_id_fkey;
alter table order_event drop constraint order_event_tenant_id_order_id_fkey;
alter table stock_hold drop constraint stock_hold_tenant_id_order_id_line_id_fkey;
