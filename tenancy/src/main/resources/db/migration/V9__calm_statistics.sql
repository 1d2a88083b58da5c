-- Nothing is planned by how many units there are or what a channel was told: all plans go by keys. Tables that are written all
-- the time were looked through for new statistics every few seconds, which took a twentieth of the database's time. What only
-- grows is looked through when it has doubled, what changes in place when all of it changed five times.
do $$
declare t text;
begin
  foreach t in array array['sales_order', 'order_line', 'order_event', 'stock_hold', 'stock_movement'] loop
    execute format('alter table %I set (autovacuum_analyze_scale_factor = 1)', t);
  end loop;
  foreach t in array array['stock_level', 'publication', 'publication_lease', 'publication_lag', 'outbox', 'channel'] loop
    execute format('alter table %I set (autovacuum_analyze_scale_factor = 5)', t);
  end loop;
end $$;
