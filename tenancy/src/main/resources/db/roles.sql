-- The three roles of Onhand. Run once per cluster as a superuser, before the first migration; repeatable.
-- Passwords are set apart from this file: alter role onhand_app password '...'.
--   onhand_owner  owns the schema and migrates it; nothing serves requests with it
--   onhand_app    every request; bound to one tenant by row level security
--   onhand_relay  finds due work of all tenants; sees the relay tables only
do $$
declare role_name text;
begin
  foreach role_name in array array['onhand_owner', 'onhand_app', 'onhand_relay'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole', role_name);
    end if;
  end loop;
end $$;
