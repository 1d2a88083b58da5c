-- The least that any order system must do on this database: what is measured here is what the product is compared with.
-- No tenants, no row level security, no history, no policy: an order, its lines, the stock it takes, a ledger, an outbox.
create table stock (
  sku   int not null primary key,
  units int not null check (units >= 0)
) with (fillfactor = 70);

create table sales_order (
  id          bigint not null primary key,
  channel     int not null,
  external_id text collate "C" not null,
  placed_at   timestamptz not null,
  currency    text not null,
  total_minor bigint not null,
  buyer       text not null,
  ship_to     text not null,
  unique (channel, external_id)
);

create table order_line (
  order_id   bigint not null,
  position   int not null,
  sku        int not null,
  units      int not null,
  unit_price bigint not null,
  primary key (order_id, position)
);

create table ledger (
  cause_id bigint not null,
  position int not null,
  sku      int not null,
  units    int not null,
  at       timestamptz not null,
  primary key (cause_id, position)
);

create table outbox (
  order_id bigint not null primary key,
  at       timestamptz not null
);

-- One order in one round trip. Stock comes last and in the order of SKUs: the hottest lock is held for the shortest time,
-- and two orders cannot wait for each other.
create function place_order(id bigint, external_id text, buyer text, ship_to text, first_sku int, first_units int, second_sku int, second_units int)
  returns bigint language plpgsql as $$
begin
  insert into sales_order values (id, 1, external_id, now(), 'KRW', 1000 * (first_units + second_units), buyer, ship_to);
  insert into order_line values (id, 1, first_sku, first_units, 1000), (id, 2, second_sku, second_units, 1000);
  insert into ledger values (id, 1, first_sku, -first_units, now()), (id, 2, second_sku, -second_units, now());
  insert into outbox values (id, now());
  update stock s set units = s.units - first_units where s.sku = first_sku and s.units >= first_units;
  if not found then raise exception 'sold out'; end if;
  update stock s set units = s.units - second_units where s.sku = second_sku and s.units >= second_units;
  if not found then raise exception 'sold out'; end if;
  return id;
end $$;

-- Many orders of two lines each: line k belongs to order (k + 1) / 2.
create function place_orders(ids bigint[], external_ids text[], buyers text[], ship_tos text[], skus int[], quantities int[])
  returns int language plpgsql as $$
declare
  wanted int;
  moved  int;
begin
  insert into sales_order
    select o.id, 1, o.external_id, now(), 'KRW', 2000, o.buyer, o.ship_to
    from unnest(ids, external_ids, buyers, ship_tos) as o(id, external_id, buyer, ship_to);
  insert into order_line
    select ids[(l.k + 1) / 2], 2 - (l.k % 2), l.sku, l.units, 1000 from unnest(skus, quantities) with ordinality as l(sku, units, k);
  insert into ledger
    select ids[(l.k + 1) / 2], 2 - (l.k % 2), l.sku, -l.units, now() from unnest(skus, quantities) with ordinality as l(sku, units, k);
  insert into outbox select o.id, now() from unnest(ids) as o(id);
  select count(distinct l.sku) into wanted from unnest(skus) as l(sku);
  with want as (select l.sku, sum(l.units)::int as units from unnest(skus, quantities) as l(sku, units) group by l.sku),
    locked as (select s.sku, w.units from stock s join want w on w.sku = s.sku where s.units >= w.units order by s.sku for update of s)
  update stock s set units = s.units - l.units from locked l where s.sku = l.sku;
  get diagnostics moved = row_count;
  if moved <> wanted then raise exception 'sold out'; end if;
  return cardinality(ids);
end $$;

-- What is on hand by somebody's count, with the difference in the ledger.
create function count_stock(cause bigint, skus int[], counted int[]) returns int language plpgsql as $$
declare
  moved int;
begin
  with want as (select c.sku, c.units, c.k from unnest(skus, counted) with ordinality as c(sku, units, k)),
    locked as (select s.sku, s.units as before, w.units, w.k from stock s join want w on w.sku = s.sku order by s.sku for update of s),
    changed as (update stock s set units = l.units from locked l where s.sku = l.sku returning s.sku)
  insert into ledger select cause, l.k, l.sku, l.units - l.before, now() from locked l join changed c on c.sku = l.sku;
  get diagnostics moved = row_count;
  return moved;
end $$;
