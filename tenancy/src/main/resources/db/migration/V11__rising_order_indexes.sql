-- New orders belong at the end of an index that rises, whose pages are left nine tenths full; at the beginning of one that falls
-- they were left half empty. All of them are read backwards as well. Orders can be read while the new ones are made, and
-- written afterwards.
create index sales_order_newest_first on sales_order (tenant_id, accepted_at, id);
create index sales_order_of_channel on sales_order (tenant_id, channel_id, accepted_at, id);
create index sales_order_of_state on sales_order (tenant_id, state, accepted_at, id);
drop index sales_order_newest, sales_order_by_channel, sales_order_by_state;
alter index sales_order_newest_first rename to sales_order_newest;
alter index sales_order_of_channel rename to sales_order_by_channel;
alter index sales_order_of_state rename to sales_order_by_state;
