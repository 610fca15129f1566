create function api.metrics_keys()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.metrics_keys();
end;
$$;

comment on function api.metrics_keys() is
  'Keys in use: metadata, age, last use, alerts; never a value. Errors: operators_only (403), not_an_agent (401).';

revoke execute on function api.metrics_keys() from public;
grant execute on function api.metrics_keys() to authenticated, service_role;
