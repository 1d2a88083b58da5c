-- One row of any table belongs to one tenant: tenant_id leads every key and every foreign key, so that the database can
-- be sharded by tenant. Reference tables (small, shared) are: tenant, partner_grant, connector.
-- Statuses are text with CHECK, never enums: equality on an enum is not leakproof and would lose its index behind RLS.

-- ---------------------------------------------------------------------------------------------------------- tenants
create table tenant (
  tenant_id    uuid not null primary key,
  alias        text collate "C" not null unique check (alias ~ '^[a-z][a-z0-9-]{1,38}$'),
  name         text not null check (length(name) between 1 and 200),
  time_zone    text not null,
  locale       text not null check (locale in ('ko', 'ja', 'en')),
  out_of_stock text not null default 'backorder' check (out_of_stock in ('backorder', 'partial', 'refuse')),
  created_at   timestamptz not null
);

create table partner_grant (
  client_id  text collate "C" not null check (length(client_id) between 1 and 200),
  tenant_id  uuid not null references tenant,
  scopes     text[] not null,
  granted_at timestamptz not null,
  granted_by text not null,
  primary key (client_id, tenant_id)
);

create table idempotency_key (
  tenant_id    uuid not null references tenant,
  client_id    text collate "C" not null,
  key          text collate "C" not null check (length(key) between 1 and 255),
  fingerprint  text collate "C" not null,
  status       int,
  content_type text,
  location     text,
  body         bytea,
  created_at   timestamptz not null,
  primary key (tenant_id, client_id, key)
);
create index idempotency_key_by_age on idempotency_key (tenant_id, created_at);

-- ---------------------------------------------------------------------------------------------------------- catalog
create table sku (
  tenant_id  uuid not null references tenant,
  id         uuid not null,
  code       text collate "C" not null check (length(code) between 1 and 100),
  name       text collate "C" not null check (length(name) between 1 and 300),
  unit       text not null check (length(unit) between 1 and 20),
  active     boolean not null default true,
  version    bigint not null default 0,
  created_at timestamptz not null,
  revised_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
create index sku_by_name on sku (tenant_id, name);

create table sku_identifier (
  tenant_id uuid not null references tenant,
  type      text collate "C" not null check (length(type) between 1 and 40),
  value     text collate "C" not null check (length(value) between 1 and 100),
  sku_id    uuid not null,
  primary key (tenant_id, type, value),
  foreign key (tenant_id, sku_id) references sku (tenant_id, id)
);
create index sku_identifier_by_sku on sku_identifier (tenant_id, sku_id);
create index sku_identifier_by_value on sku_identifier (tenant_id, value);

create table bundle_component (
  tenant_id    uuid not null references tenant,
  bundle_id    uuid not null,
  component_id uuid not null,
  quantity     int not null check (quantity between 1 and 10000),
  primary key (tenant_id, bundle_id, component_id),
  foreign key (tenant_id, bundle_id) references sku (tenant_id, id),
  foreign key (tenant_id, component_id) references sku (tenant_id, id),
  check (bundle_id <> component_id)
);
create index bundle_component_by_component on bundle_component (tenant_id, component_id);

-- What one unit of a SKU takes from the shelf: itself, or the leaves of its bundle tree. Derived from bundle_component.
create table sku_leaf (
  tenant_id uuid not null references tenant,
  sku_id    uuid not null,
  leaf_id   uuid not null,
  quantity  int not null check (quantity > 0),
  primary key (tenant_id, sku_id, leaf_id),
  foreign key (tenant_id, sku_id) references sku (tenant_id, id),
  foreign key (tenant_id, leaf_id) references sku (tenant_id, id)
);
create index sku_leaf_by_leaf on sku_leaf (tenant_id, leaf_id);

-- -------------------------------------------------------------------------------------------------------- locations
create table location (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  code        text collate "C" not null check (length(code) between 1 and 60),
  name        text not null check (length(name) between 1 and 200),
  kind        text not null check (kind in ('warehouse', 'store', '3pl', 'pickup-point', 'supplier', 'virtual')),
  time_zone   text not null,
  country     text,
  region      text,
  city        text,
  line1       text,
  postal_code text,
  active      boolean not null default true,
  version     bigint not null default 0,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

-- --------------------------------------------------------------------------------------------------------- channels
-- What each connector says of itself; written by integration-routes at its start, read by the portal and the API.
create table connector (
  id         text collate "C" not null primary key,
  descriptor jsonb not null,
  written_at timestamptz not null
);

create table channel (
  tenant_id          uuid not null references tenant,
  id                 uuid not null,
  connector          text collate "C" not null references connector,
  -- whether the connector can be told stock; from its descriptor, at connection
  publishes          boolean not null,
  name               text not null check (length(name) between 1 and 200),
  state              text not null check (state in ('active', 'paused')),
  settings           jsonb not null,
  secrets            bytea,
  policy_version     int not null,
  poll_cursor        text,
  poll_seconds       int check (poll_seconds between 1 and 86400),
  next_poll_at       timestamptz,
  failures           int not null default 0,
  circuit_open_until timestamptz,
  last_error         text,
  last_error_at      timestamptz,
  last_success_at    timestamptz,
  version            bigint not null default 0,
  created_at         timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
-- a webhook names its channel before its tenant is known
create index channel_by_id on channel (id);
create index channel_due_for_poll on channel (tenant_id, next_poll_at) where next_poll_at is not null;

-- Policies are immutable versions: a published quantity can always be explained by the version that made it.
create table channel_policy (
  tenant_id        uuid not null references tenant,
  channel_id       uuid not null,
  version          int not null,
  buffer_units     int not null check (buffer_units between 0 and 1000000),
  buffer_percent   int not null check (buffer_percent between 0 and 100),
  max_listed       int check (max_listed between 0 and 1000000),
  zero_at_or_below int not null check (zero_at_or_below between 0 and 1000000),
  out_of_stock     text check (out_of_stock in ('backorder', 'partial', 'refuse')),
  created_at       timestamptz not null,
  created_by       text not null,
  primary key (tenant_id, channel_id, version),
  foreign key (tenant_id, channel_id) references channel (tenant_id, id)
);

create table channel_policy_location (
  tenant_id   uuid not null references tenant,
  channel_id  uuid not null,
  version     int not null,
  position    int not null,
  location_id uuid not null,
  primary key (tenant_id, channel_id, version, position),
  foreign key (tenant_id, channel_id, version) references channel_policy (tenant_id, channel_id, version),
  foreign key (tenant_id, location_id) references location (tenant_id, id)
);

create table listing (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  channel_id  uuid not null,
  external_id text collate "C" not null check (length(external_id) between 1 and 200),
  seller_code text collate "C",
  title       text,
  sku_id      uuid,
  state       text not null check (state in ('linked', 'unmatched', 'ambiguous')),
  version     bigint not null default 0,
  linked_at   timestamptz,
  linked_by   text,
  created_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, channel_id, external_id),
  foreign key (tenant_id, channel_id) references channel (tenant_id, id),
  foreign key (tenant_id, sku_id) references sku (tenant_id, id),
  check ((state = 'linked') = (sku_id is not null))
);
create index listing_by_sku on listing (tenant_id, sku_id);
create index listing_to_link on listing (tenant_id, created_at desc, id desc) where sku_id is null;

-- ------------------------------------------------------------------------------------------------------------ stock
create table stock_level (
  tenant_id    uuid not null references tenant,
  sku_id       uuid not null,
  location_id  uuid not null,
  on_hand      int not null check (on_hand >= 0),
  reserved     int not null default 0 check (reserved >= 0),
  safety_stock int not null default 0 check (safety_stock >= 0),
  -- Units promised that a count or adjustment found missing. Only those may push reserved above on_hand.
  shortfall    int not null default 0 check (shortfall >= 0),
  as_of        timestamptz,
  version      bigint not null default 0,
  primary key (tenant_id, sku_id, location_id),
  foreign key (tenant_id, sku_id) references sku (tenant_id, id),
  foreign key (tenant_id, location_id) references location (tenant_id, id),
  constraint no_oversell check (reserved <= on_hand + shortfall)
) with (fillfactor = 70);
create index stock_level_by_location on stock_level (tenant_id, location_id, sku_id);

create table stock_movement (
  tenant_id        uuid not null references tenant,
  id               uuid not null,
  sku_id           uuid not null,
  from_location_id uuid not null,
  to_location_id   uuid not null,
  quantity         int not null check (quantity > 0),
  reason           text not null check (length(reason) between 1 and 100),
  cause_kind       text not null check (cause_kind in ('adjustment', 'count', 'order', 'transfer', 'receipt', 'return')),
  cause_id         uuid,
  note             text,
  actor            text not null,
  occurred_at      timestamptz not null,
  recorded_at      timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, sku_id) references sku (tenant_id, id),
  foreign key (tenant_id, from_location_id) references location (tenant_id, id),
  foreign key (tenant_id, to_location_id) references location (tenant_id, id),
  check (from_location_id <> to_location_id)
);
create index stock_movement_by_sku on stock_movement (tenant_id, sku_id, recorded_at desc, id desc);

-- ----------------------------------------------------------------------------------------------------------- orders
create table sales_order (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  channel_id  uuid not null,
  external_id text collate "C" not null check (length(external_id) between 1 and 200),
  -- derived from the lines in the statement that changes them
  state       text not null check (state in ('unmatched', 'backordered', 'held', 'part-shipped', 'shipped', 'cancelled', 'refused', 'undone')),
  source      text not null check (source in ('webhook', 'poll', 'api', 'file')),
  placed_at   timestamptz not null,
  accepted_at timestamptz not null,
  currency    text not null check (length(currency) = 3),
  total_minor bigint not null,
  buyer_name  text,
  buyer_phone text,
  buyer_email text,
  ship_to     jsonb,
  note        text,
  fingerprint text collate "C" not null,
  import_id   uuid,
  version     bigint not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_id) references channel (tenant_id, id)
);
-- An undone import frees the numbers that it had taken.
create unique index sales_order_once on sales_order (tenant_id, channel_id, external_id) where state <> 'undone';
create index sales_order_newest on sales_order (tenant_id, accepted_at desc, id desc);
create index sales_order_by_state on sales_order (tenant_id, state, accepted_at desc, id desc);
create index sales_order_by_channel on sales_order (tenant_id, channel_id, accepted_at desc, id desc);
create index sales_order_by_number on sales_order (tenant_id, external_id);
create index sales_order_by_import on sales_order (tenant_id, import_id) where import_id is not null;

create table order_line (
  tenant_id        uuid not null references tenant,
  id               uuid not null,
  order_id         uuid not null,
  position         int not null,
  external_line_id text collate "C" not null check (length(external_line_id) between 1 and 200),
  listing_id       uuid not null,
  sku_id           uuid,
  title            text,
  unit_price_minor bigint not null,
  quantity         int not null check (quantity > 0),
  unmatched        int not null default 0 check (unmatched >= 0),
  held             int not null default 0 check (held >= 0),
  backordered      int not null default 0 check (backordered >= 0),
  shipped          int not null default 0 check (shipped >= 0),
  cancelled        int not null default 0 check (cancelled >= 0),
  refused          int not null default 0 check (refused >= 0),
  primary key (tenant_id, id),
  unique (tenant_id, order_id, external_line_id),
  foreign key (tenant_id, order_id) references sales_order (tenant_id, id),
  foreign key (tenant_id, listing_id) references listing (tenant_id, id),
  foreign key (tenant_id, sku_id) references sku (tenant_id, id),
  constraint every_unit_has_one_state check (quantity = unmatched + held + backordered + shipped + cancelled + refused)
);
create index order_line_backordered on order_line (tenant_id, sku_id) where backordered > 0;
create index order_line_unmatched on order_line (tenant_id, listing_id) where unmatched > 0;

create table order_event (
  tenant_id uuid not null references tenant,
  id        uuid not null,
  order_id  uuid not null,
  at        timestamptz not null,
  kind      text not null,
  actor     text not null,
  -- the channel's id of the change that this event tells, so that a repeat changes nothing
  event_key text collate "C",
  details   jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references sales_order (tenant_id, id)
);
create index order_event_by_order on order_event (tenant_id, order_id, at);
create unique index order_event_once on order_event (tenant_id, order_id, event_key) where event_key is not null;

create table stock_hold (
  tenant_id   uuid not null references tenant,
  id          uuid not null,
  order_id    uuid not null,
  line_id     uuid not null,
  sku_id      uuid not null,
  location_id uuid not null,
  -- units of this leaf in one unit of the order line
  per_unit    int not null check (per_unit > 0),
  quantity    int not null check (quantity > 0),
  posted      int not null default 0 check (posted >= 0),
  released    int not null default 0 check (released >= 0),
  created_at  timestamptz not null,
  closed_at   timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references sales_order (tenant_id, id),
  foreign key (tenant_id, line_id) references order_line (tenant_id, id),
  foreign key (tenant_id, sku_id, location_id) references stock_level (tenant_id, sku_id, location_id),
  constraint hold_not_overdrawn check (posted + released <= quantity)
);
create index stock_hold_open on stock_hold (tenant_id, sku_id, location_id) where posted + released < quantity;
create index stock_hold_by_order on stock_hold (tenant_id, order_id);

-- ------------------------------------------------------------------------------------------------------------ relay
create table inbox (
  tenant_id       uuid not null references tenant,
  id              uuid not null,
  channel_id      uuid not null,
  event_id        text collate "C" not null check (length(event_id) between 1 and 200),
  source          text not null check (source in ('webhook', 'poll')),
  payload         bytea not null,
  received_at     timestamptz not null,
  attempts        int not null default 0,
  next_attempt_at timestamptz not null,
  last_error      text,
  parked_at       timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, channel_id, event_id),
  foreign key (tenant_id, channel_id) references channel (tenant_id, id)
);
create index inbox_due on inbox (tenant_id, next_attempt_at) where parked_at is null;
create index inbox_parked on inbox (tenant_id, parked_at desc) where parked_at is not null;

create table outbox (
  tenant_id       uuid not null references tenant,
  id              uuid not null,
  kind            text not null check (kind in ('stock-changed', 'stock-raised', 'listing-linked')),
  subject_id      uuid not null,
  occurred_at     timestamptz not null,
  attempts        int not null default 0,
  next_attempt_at timestamptz not null,
  last_error      text,
  parked_at       timestamptz,
  primary key (tenant_id, id)
);
create index outbox_due on outbox (tenant_id, next_attempt_at) where parked_at is null;
create index outbox_parked on outbox (tenant_id, parked_at desc) where parked_at is not null;

-- What each listing was last told, and whether it has to be told again.
create table publication (
  tenant_id        uuid not null references tenant,
  listing_id       uuid not null,
  channel_id       uuid not null,
  told_quantity    int,
  told_at          timestamptz,
  pending_quantity int,
  -- the oldest change that the channel does not know yet; null when it knows all
  stale_since      timestamptz,
  -- rises with every change, so that an acknowledgement cannot hide a later one
  revision         bigint not null default 0,
  attempts         int not null default 0,
  next_attempt_at  timestamptz not null,
  last_error       text,
  primary key (tenant_id, listing_id),
  foreign key (tenant_id, listing_id) references listing (tenant_id, id),
  foreign key (tenant_id, channel_id) references channel (tenant_id, id)
) with (fillfactor = 70);
create index publication_due on publication (tenant_id, channel_id, pending_quantity) where stale_since is not null;

create table publication_lag (
  tenant_id  uuid not null references tenant,
  channel_id uuid not null,
  minute     timestamptz not null,
  -- upper bound of the lag in milliseconds
  bucket     int not null,
  told       int not null,
  primary key (tenant_id, channel_id, minute, bucket),
  foreign key (tenant_id, channel_id) references channel (tenant_id, id)
);

-- ---------------------------------------------------------------------------------------------------------- imports
create table import_run (
  tenant_id      uuid not null references tenant,
  id             uuid not null,
  channel_id     uuid not null,
  file_name      text not null check (length(file_name) between 1 and 300),
  size_bytes     int not null,
  content        bytea,
  password       bytea,
  template       text,
  state          text not null check (state in ('uploaded', 'previewed', 'committing', 'committed', 'undoing', 'undone', 'failed')),
  drift          jsonb,
  -- what the new orders would take, by SKU
  effects        jsonb,
  rejected_file  bytea,
  read_rows      int not null default 0,
  new_rows       int not null default 0,
  duplicate_rows int not null default 0,
  changed_rows   int not null default 0,
  rejected_rows  int not null default 0,
  done_orders    int not null default 0,
  total_orders   int not null default 0,
  error_code     text,
  error_message  text,
  error_details  jsonb,
  created_at     timestamptz not null,
  created_by     text not null,
  finished_at    timestamptz,
  next_attempt_at timestamptz,
  attempts       int not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, channel_id) references channel (tenant_id, id),
  constraint counts_add_up check (read_rows = new_rows + duplicate_rows + changed_rows + rejected_rows)
);
create index import_run_newest on import_run (tenant_id, created_at desc, id desc);
create index import_run_due on import_run (tenant_id, next_attempt_at) where next_attempt_at is not null;

create table import_order (
  tenant_id   uuid not null references tenant,
  import_id   uuid not null,
  position    int not null,
  external_id text collate "C" not null,
  message     jsonb not null,
  outcome     text not null check (outcome in ('new', 'duplicate', 'changed', 'rejected')),
  order_id    uuid,
  done        boolean not null default false,
  primary key (tenant_id, import_id, position),
  foreign key (tenant_id, import_id) references import_run (tenant_id, id)
);
create index import_order_to_do on import_order (tenant_id, import_id, position) where not done;

create table import_row (
  tenant_id   uuid not null references tenant,
  import_id   uuid not null,
  row_number  int not null,
  cells       text[] not null,
  external_id text collate "C",
  outcome     text not null check (outcome in ('new', 'duplicate', 'changed', 'rejected')),
  code        text,
  column_name text,
  message     text,
  primary key (tenant_id, import_id, row_number),
  foreign key (tenant_id, import_id) references import_run (tenant_id, id)
);
create index import_row_rejected on import_row (tenant_id, import_id, row_number) where outcome = 'rejected';

-- ------------------------------------------------------------------------------------------------- rights and belts
grant usage on schema public to onhand_app, onhand_relay;

do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename not in ('connector', 'flyway_schema_history') loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_tenant on %I to onhand_app using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
    execute format('grant select, insert, update, delete on %I to onhand_app', t);
  end loop;
  -- The ledger and the history of policies are append-only.
  revoke update, delete on stock_movement, channel_policy, channel_policy_location, order_event from onhand_app;
  for t in select unnest(array['inbox', 'outbox', 'publication', 'channel', 'import_run']) loop
    execute format('create policy due_work on %I for select to onhand_relay using (true)', t);
  end loop;
end $$;

-- The relay learns which tenant and channel has due work, never what the work is: the rest happens inside the tenant.
grant select (tenant_id, next_attempt_at, parked_at) on inbox, outbox to onhand_relay;
grant select (tenant_id, next_attempt_at) on import_run to onhand_relay;
grant select (tenant_id, channel_id, stale_since, next_attempt_at) on publication to onhand_relay;
grant select (tenant_id, id, connector, state, publishes, next_poll_at, circuit_open_until) on channel to onhand_relay;

grant select on connector to onhand_app, onhand_relay;
grant insert, update on connector to onhand_relay;

-- Two look-ups that must work before a tenant is known. They answer exact questions only; nobody can list tenants.
create policy owner_looks_up on tenant for select to onhand_owner using (true);
create policy owner_looks_up on partner_grant for select to onhand_owner using (true);

create function tenant_by_alias(wanted text) returns table (tenant_id uuid, name text, time_zone text, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select t.tenant_id, t.name, t.time_zone, t.locale from tenant t where t.alias = wanted $$;
create function grants_of_client(wanted text) returns table (tenant_id uuid, alias text, scopes text[])
  language sql stable security definer set search_path = public, pg_temp
  as $$ select g.tenant_id, t.alias, g.scopes from partner_grant g join tenant t on t.tenant_id = g.tenant_id where g.client_id = wanted $$;
revoke all on function tenant_by_alias(text), grants_of_client(text) from public;
grant execute on function tenant_by_alias(text), grants_of_client(text) to onhand_app;
