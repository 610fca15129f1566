create function cogo.flow_problem(flow jsonb, is_operator boolean)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  unknown text;
begin
  if jsonb_typeof(flow) is distinct from 'object' then
    return 'it must be an object';
  end if;
  select key into unknown from jsonb_object_keys(flow - array[
    'name', 'input', 'idempotency_key', 'version', 'tenant_id', 'correlation_id', 'cause', 'traceparent'
  ]) as key limit 1;
  return case
    when unknown is not null then format('unknown field %L', left(unknown, 100))
    when jsonb_typeof(flow -> 'name') is distinct from 'string' then 'name must be the name of a registered workflow'
    when jsonb_typeof(coalesce(flow -> 'input', '{}')) <> 'object' then 'input must be an object'
    when jsonb_typeof(coalesce(flow -> 'version', 'null')) <> 'null'
      and (flow -> 'version' between '1' and '999999999' and flow ->> 'version' ~ '^[1-9]\d{0,8}$') is not true
      then 'version must be a whole number, 1 or more'
    else cogo.job_problem(
      jsonb_strip_nulls(flow - array['name', 'input', 'version'])
      || jsonb_build_object('type', 'any.job'), is_operator
    )
  end;
end;
$$;

comment on function cogo.flow_problem(jsonb, boolean) is
  'What is wrong with the form of one workflow to start, or null. What a job has too is judged as a job''s.';

revoke execute on function cogo.flow_problem(jsonb, boolean) from public;
