create function api.list_rate_limits()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.list_rate_limits();
end;
$$;

comment on function api.list_rate_limits() is
  'All rate limits, at most 1000. For operators. No errors.';

revoke execute on function api.list_rate_limits() from public;
grant execute on function api.list_rate_limits() to service_role;
