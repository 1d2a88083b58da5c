-- Orders of years past for one merchant, all shipped: numbers :from to :to. Each of two lines, with what is kept of it: the
-- lines, its history, closed holds, and movements that balance (what was sold had been received).
create or replace function pg_temp.past_id(millis bigint, salt text) returns uuid language sql immutable as $$
  select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(m, 1, 3) || '-8' || substr(m, 4, 3) || '-' || substr(m, 7, 12))::uuid
  from (select lpad(to_hex(millis), 12, '0') as h, md5(salt) as m) as x
$$;

create temp table if not exists past_goods as
  select (row_number() over (order by s.code) - 1)::int as k, s.id as sku_id, l.id as listing_id
  from sku s join listing l on l.tenant_id = s.tenant_id and l.sku_id = s.id
  where s.tenant_id = ':tenant' and l.channel_id = ':channel' and starts_with(s.code, 'BENCH-');
create unique index if not exists past_goods_by_k on past_goods (k);
analyze past_goods;

create temp table past_order as
  select n, millis, to_timestamp(millis / 1000.0) as at, pg_temp.past_id(millis, 'order ' || n) as id
  from (select n, 1609459200000 + n * 20000::bigint as millis from generate_series(:from, :to) as g(n)) as o;
create temp table past_line as
  select o.n, o.at, o.id as order_id, p.position, pg_temp.past_id(o.millis, 'line ' || p.position || ' ' || o.n) as id, g.sku_id, g.listing_id
  from past_order o cross join (values (1), (2)) as p(position)
  join past_goods g on g.k = (o.n * 7919::bigint + p.position * 104729::bigint) % (select count(*) from past_goods);

insert into sales_order (tenant_id, id, channel_id, external_id, state, source, placed_at, accepted_at, currency, total_minor, buyer_name, buyer_phone, ship_to, fingerprint)
  select ':tenant', id, ':channel', 'PAST-' || lpad(n::text, 9, '0'), 'shipped', 'api', at, at, 'KRW', 2000, '김민지', '010-0000-0000',
    '{"name":"김민지","postalCode":"04524","country":"KR","city":"서울","line1":"세종대로 110"}', md5(n::text)
  from past_order order by n;
insert into order_line (tenant_id, id, order_id, position, external_line_id, listing_id, sku_id, unit_price_minor, quantity, shipped)
  select ':tenant', id, order_id, position, position::text, listing_id, sku_id, 1000, 1, 1 from past_line l order by l.n, l.position;
insert into order_event (tenant_id, id, order_id, at, kind, actor, details)
  select ':tenant', pg_temp.past_id(millis, 'event ' || n), id, at, 'accepted', 'client:bench-partner', '{}' from past_order order by n;
insert into stock_hold (tenant_id, id, order_id, line_id, sku_id, location_id, per_unit, quantity, posted, created_at, closed_at)
  select ':tenant', pg_temp.past_id(0, 'hold ' || position || ' ' || n), order_id, id, sku_id, ':location', 1, 1, 1, at, at from past_line l order by l.n, l.position;
insert into stock_movement (tenant_id, id, sku_id, from_location_id, to_location_id, quantity, reason, cause_kind, cause_id, actor, occurred_at, recorded_at)
  select ':tenant', pg_temp.past_id(0, 'sold ' || position || ' ' || n), sku_id, ':location', ':customer', 1, 'sold', 'order', order_id, 'bench', at, at
  from past_line l order by l.n, l.position;
insert into stock_movement (tenant_id, id, sku_id, from_location_id, to_location_id, quantity, reason, cause_kind, actor, occurred_at, recorded_at)
  select ':tenant', gen_random_uuid(), sku_id, ':supplier', ':location', count(*)::int, 'received', 'receipt', 'bench', min(at), min(at)
  from past_line group by sku_id;

drop table past_line, past_order;
