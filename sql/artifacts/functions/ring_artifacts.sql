create function cogo.ring_artifacts()
returns text
language plpgsql
security definer
set search_path = ''
as $$
begin
  return case when cogo.artifacts_due() then cogo.ring_function('artifacts/sweep') else 'nothing due' end;
end;
$$;

comment on function cogo.ring_artifacts() is 'Asks the artifacts function to sweep, when it is time.';

revoke execute on function cogo.ring_artifacts() from public;
grant execute on function cogo.ring_artifacts() to service_role;
