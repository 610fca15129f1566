create function api.remove_rate_limit(limit_id bigint)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.remove_rate_limit(remove_rate_limit.limit_id);
end;
$$;

comment on function api.remove_rate_limit(bigint) is
  'Removes a rate limit; answers whether there was one. For operators. No errors.';

revoke execute on function api.remove_rate_limit(bigint) from public;
grant execute on function api.remove_rate_limit(bigint) to service_role;
