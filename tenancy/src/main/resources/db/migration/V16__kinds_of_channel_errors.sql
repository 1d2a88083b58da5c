-- What a channel says when a call fails is in its own words. What kind of failure it is can be said in everybody's language.
alter table channel
  add column last_error_kind text check (last_error_kind in ('unavailable', 'throttled', 'unauthorized', 'refused'));

comment on column channel.last_error_kind is 'Null while no call has failed, or the last one to fail did before its kind was noted.';
