-- Why a message had no effect was kept in English words only. Its code, its field and its values can be said in everybody's language.
alter table inbox
  add column last_error_code text,
  add column last_error_field text,
  add column last_error_details jsonb;
alter table outbox
  add column last_error_code text,
  add column last_error_field text,
  add column last_error_details jsonb;

comment on column inbox.last_error_code is 'Null while no attempt has failed, or the last one to fail did before codes were kept.';
comment on column outbox.last_error_code is 'Null while no attempt has failed, or the last one to fail did before codes were kept.';
