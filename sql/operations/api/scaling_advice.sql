create function api.scaling_advice(executor text default null)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.scaling_advice(scaling_advice.executor);
end;
$$;

comment on function api.scaling_advice(text) is
  'Per executor: depth, oldest wait, wait p95, arrival and service rate, failure rate, live workers, wanted_workers and reason. Costs the same whatever the depth. Errors: bad_argument (400).';

revoke execute on function api.scaling_advice(text) from public;
grant execute on function api.scaling_advice(text) to service_role;
