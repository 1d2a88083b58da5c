-- Ids do not get shorter by compressing them: trying to took 250 us for 500 of them.
alter table outbox alter column subjects set storage external;

alter table publication_lease add column rested boolean not null default true;
comment on column publication_lease.rested is
  'Whether nobody had the channel for a second before it was taken last: who looks for work has seen its queue.';
