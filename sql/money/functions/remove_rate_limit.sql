create function cogo.remove_rate_limit(limit_id bigint)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  delete from cogo.rate_limits as known where known.limit_id = remove_rate_limit.limit_id;
  if not found then
    return false;
  end if;
  delete from cogo.rate_states as rate where rate.limit_id = remove_rate_limit.limit_id;
  return true;
end;
$$;

comment on function cogo.remove_rate_limit(bigint) is 'Removes a rate limit. Answers whether there was one.';

revoke execute on function cogo.remove_rate_limit(bigint) from public;
grant execute on function cogo.remove_rate_limit(bigint) to service_role;
