-- Nothing is planned by how many units there are or what a channel was told: all plans go by keys. Tables that are written all
-- the time were looked through for new statistics every few seconds: 144 s in 23 minutes of benchmarks. What grows
-- is looked through when it has doubled, what changes in place when all of it changed five times, and what is small by nature
-- when it was written ten thousand times.
do $$
declare t text;
begin
  foreach t in array array['sales_order', 'order_line', 'order_event', 'stock_hold', 'stock_movement'] loop
    execute format('alter table %I set (autovacuum_analyze_scale_factor = 1)', t);
  end loop;
  foreach t in array array['stock_level', 'publication'] loop
    execute format('alter table %I set (autovacuum_analyze_scale_factor = 5)', t);
  end loop;
  foreach t in array array['outbox', 'publication_lease', 'publication_lag', 'channel'] loop
    execute format('alter table %I set (autovacuum_analyze_threshold = 10000)', t);
  end loop;
end $$;

comment on column publication.queue_place is
  'In the queue of its channel: the units it waits with, or was told last when there are no fewer now; at most 100, the fewest first; -1 when they are not known yet. Null when the channel knows all, or a node has it in hand.';
