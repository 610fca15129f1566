create function cogo.set_role_limits()
returns setof text
language plpgsql
set search_path = ''
as $$
declare
  wanted record;
begin
  for wanted in
    select limits.role, limits.setting, limits.most
    from (values
      ('anon', 'statement_timeout', '3s'),
      ('anon', 'lock_timeout', '2s'),
      ('anon', 'idle_in_transaction_session_timeout', '10s'),
      ('authenticated', 'statement_timeout', '8s'),
      ('authenticated', 'lock_timeout', '5s'),
      ('authenticated', 'idle_in_transaction_session_timeout', '15s')
    ) as limits (role, setting, most)
    join pg_catalog.pg_roles as known on known.rolname = limits.role
    -- What is set already stays: a project may have chosen less, or more.
    where not exists (
      select from unnest(known.rolconfig) as config where starts_with(config, limits.setting || '=')
    )
  loop
    begin
      execute format('alter role %I set %s = %L', wanted.role, wanted.setting, wanted.most);
      return next format('%s: %s = %s', wanted.role, wanted.setting, wanted.most);
    exception when insufficient_privilege or internal_error then
      -- internal_error: another database of this server did it in the same moment.
      raise notice 'Cannot set % of role %: %. Next step: run as a role that may: alter role % set % = ''%'';',
        wanted.setting, wanted.role, sqlerrm, wanted.role, wanted.setting, wanted.most;
    end;
  end loop;
end;
$$;

comment on function cogo.set_role_limits() is
  'Gives anon and authenticated the timeouts that they lack; answers what it set. PostgREST applies them to each request of these roles (notify pgrst, ''reload config''). Where it may not, it says so and goes on.';

revoke execute on function cogo.set_role_limits() from public;
