create function cogo.list_limits()
returns setof cogo.limits
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  -- Without the row that cogo.join_key_queues leaves.
  return query select * from cogo.limits as known where known.scope <> 'key' or known.name is not null
  order by known.scope, known.name nulls first, known.tenant_id nulls first;
end;
$$;

comment on function cogo.list_limits() is
  'All limits and pauses.';

revoke execute on function cogo.list_limits() from public;
grant execute on function cogo.list_limits() to service_role;
