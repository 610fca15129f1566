-- Hand-written: a role belongs to the whole server, so it may be there before its database is.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'cogo_key_vault') then
    create role cogo_key_vault nologin noinherit;
  end if;
exception
  when duplicate_object or unique_violation then
    null; -- another database of this server made it meanwhile
end
$$;
