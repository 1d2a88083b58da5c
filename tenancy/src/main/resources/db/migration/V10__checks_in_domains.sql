-- PostgreSQL reads a table's checks from their text for each statement that writes to it, and those of a domain once a connection:
-- 25 us against 2 for the nine of order_line. What is said of one column moves to its type, in the tables that orders and stock
-- write. The domains get their checks last, so that no table is written again; all of them are read once, and indexes with a
-- condition or an expression are made anew.
-- All that is changed is locked first: who works meanwhile waits or is tried again, not this.
lock table outbox, publication, publication_lease, sales_order, order_line, stock_hold, stock_movement, stock_level, listing, tenant
  in access exclusive mode;

create domain units as int;
create domain whole_units as int;
create domain external_number as text collate "C";
create domain order_state as text;
create domain order_source as text;
create domain currency_code as text;
create domain movement_reason as text;
create domain movement_cause as text;
create domain message_kind as text;
create domain message_subjects as uuid[];

alter table stock_level
  drop constraint stock_level_on_hand_check, drop constraint stock_level_reserved_check,
  drop constraint stock_level_safety_stock_check, drop constraint stock_level_shortfall_check,
  alter column on_hand type units, alter column reserved type units, alter column safety_stock type units,
  alter column shortfall type units;
alter table stock_movement
  drop constraint stock_movement_quantity_check, drop constraint stock_movement_reason_check,
  drop constraint stock_movement_cause_kind_check,
  alter column quantity type whole_units, alter column reason type movement_reason, alter column cause_kind type movement_cause;
alter table sales_order
  drop constraint sales_order_external_id_check, drop constraint sales_order_state_check,
  drop constraint sales_order_source_check, drop constraint sales_order_currency_check,
  alter column external_id type external_number, alter column state type order_state, alter column source type order_source,
  alter column currency type currency_code;
alter table order_line
  drop constraint order_line_external_line_id_check, drop constraint order_line_quantity_check,
  drop constraint order_line_unmatched_check, drop constraint order_line_held_check, drop constraint order_line_backordered_check,
  drop constraint order_line_shipped_check, drop constraint order_line_cancelled_check, drop constraint order_line_refused_check,
  alter column external_line_id type external_number, alter column quantity type whole_units, alter column unmatched type units,
  alter column held type units, alter column backordered type units, alter column shipped type units,
  alter column cancelled type units, alter column refused type units;
alter table stock_hold
  drop constraint stock_hold_per_unit_check, drop constraint stock_hold_quantity_check, drop constraint stock_hold_posted_check,
  drop constraint stock_hold_released_check,
  alter column per_unit type whole_units, alter column quantity type whole_units, alter column posted type units,
  alter column released type units;
alter table outbox
  drop constraint outbox_kind_check, drop constraint outbox_subjects,
  alter column kind type message_kind, alter column subjects type message_subjects;

alter domain units add constraint units_not_negative check (value >= 0);
alter domain whole_units add constraint at_least_one_unit check (value > 0);
alter domain external_number add constraint external_number_length check (length(value) between 1 and 200);
alter domain order_state add constraint known_order_state
  check (value in ('unmatched', 'backordered', 'held', 'part-shipped', 'shipped', 'cancelled', 'refused', 'undone'));
alter domain order_source add constraint known_order_source check (value in ('webhook', 'poll', 'api', 'file'));
alter domain currency_code add constraint currency_code_length check (length(value) = 3);
alter domain movement_reason add constraint movement_reason_length check (length(value) between 1 and 100);
alter domain movement_cause add constraint known_movement_cause
  check (value in ('adjustment', 'count', 'order', 'transfer', 'receipt', 'return'));
alter domain message_kind add constraint known_message_kind
  check (value in ('stock-changed', 'stock-raised', 'listing-linked', 'network-changed'));
alter domain message_subjects add constraint message_subjects_number check (cardinality(value) between 1 and 500);

-- What a column's statistics said of it went with its type.
analyze stock_level, stock_movement, sales_order, order_line, stock_hold, outbox;

-- A row that is written twice in a transaction has its references checked, whether they changed or not: 17 us for each
-- publication that was marked and then put into a queue. A listing cannot be deleted, nor can a tenant.
alter table publication drop constraint publication_tenant_id_listing_id_fkey;
alter table publication_lease drop constraint publication_lease_tenant_id_fkey;

comment on column publication.queue_place is
  'In the queue of its channel: the units it waits with, at most 100, the fewest first; -1 when they are not known yet. Null when the channel knows all, or a node has it in hand.';
