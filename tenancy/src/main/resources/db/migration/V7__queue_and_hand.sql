-- A stale listing is in the queue of its channel or in the hand of the node that marked it and tells it now. What passes from
-- hand to channel meets no index but its key: two updates of a row that move no index entry.
alter table publication add column queue_place int;
comment on column publication.queue_place is
  'In the queue of its channel: the units it waits with, the fewest first; -1 when they are not known yet. Null when the channel knows all, or a node has it in hand.';
drop index publication_due;
create index publication_queue on publication (tenant_id, channel_id, queue_place) where queue_place is not null;
grant select (queue_place) on publication to onhand_relay;

alter table publication_lease add column number bigint not null default 0, add column continued boolean not null default false,
  add column in_hand boolean not null default false;
comment on column publication_lease.number is 'Counts how often the channel was taken: a release by an earlier number does nothing.';
comment on column publication_lease.continued is 'Whether who took the channel last had it already.';
comment on column publication_lease.in_hand is
  'Whether its holder may have listings in hand. When such a lease ends without being released, they go back to the queue.';
grant select (in_hand) on publication_lease to onhand_relay;

-- What is stale is in the queue to begin with. Every linked listing of a channel that can be told has its row from now on, so that
-- a change only has to update it. The owner of the tables sees the rows of all tenants for as long as that takes.
alter table publication no force row level security;
alter table listing no force row level security;
alter table channel no force row level security;
update publication set queue_place = coalesce(pending_quantity, -1) where stale_since is not null;
insert into publication (tenant_id, listing_id, channel_id, stale_since, next_attempt_at, queue_place, revision)
  select l.tenant_id, l.id, l.channel_id, now(), now(), -1, (extract(epoch from now()) * 1000000)::bigint from listing l
  join channel c on c.tenant_id = l.tenant_id and c.id = l.channel_id and c.publishes
  where l.state = 'linked' on conflict do nothing;
alter table publication force row level security;
alter table listing force row level security;
alter table channel force row level security;
