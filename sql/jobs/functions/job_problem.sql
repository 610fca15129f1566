create function cogo.job_problem(job jsonb, is_operator boolean)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  field text;
  uuid_form constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
begin
  if jsonb_typeof(job) is distinct from 'object' then
    return 'it must be an object';
  end if;
  select key into field from jsonb_object_keys(job - array[
    'type', 'payload', 'tenant_id', 'idempotency_key', 'run_at', 'delay_seconds', 'priority', 'executor',
    'max_attempts', 'correlation_id', 'cause', 'traceparent', 'after', 'concurrency_key'
  ]) as key limit 1;
  if field is not null then
    return format('unknown field %L', left(field, 100));
  end if;
  job := jsonb_strip_nulls(job - 'payload') || jsonb_build_object('payload', coalesce(job -> 'payload', '{}'));

  return case
    when (jsonb_typeof(job -> 'type') = 'string' and length(job ->> 'type') <= 120
      and job ->> 'type' ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$') is not true
      then 'type must read like prefix.name, of a-z, 0-9, _ and -, at most 120 characters'
    when jsonb_typeof(job -> 'payload') <> 'object' then 'payload must be an object'
    when job ? 'tenant_id' and not is_operator then 'tenant_id comes from the token and may not be given'
    when (job ->> 'tenant_id' ~ uuid_form) is false then 'tenant_id must be a UUID'
    when (job ->> 'correlation_id' ~ uuid_form) is false then 'correlation_id must be a UUID'
    when (job ->> 'cause' ~ uuid_form) is false then 'cause must be a UUID'
    when (jsonb_typeof(job -> 'idempotency_key') = 'string' and length(job ->> 'idempotency_key') between 1 and 200) is false
      then 'idempotency_key must be a text of 1 to 200 characters'
    when (jsonb_typeof(job -> 'concurrency_key') = 'string' and length(job ->> 'concurrency_key') between 1 and 200) is false
      then 'concurrency_key must be a text of 1 to 200 characters'
    when job ? 'run_at' and job ? 'delay_seconds' then 'run_at and delay_seconds exclude each other'
    when (jsonb_typeof(job -> 'run_at') = 'string' and cogo.is_timestamp(job ->> 'run_at')) is false
      then 'run_at must be a time in ISO 8601 with its zone, within ten years'
    when (jsonb_typeof(job -> 'delay_seconds') = 'number'
      and job -> 'delay_seconds' between '0' and '315360000') is false
      then 'delay_seconds must be a number from 0 to 315360000'
    when (job ->> 'priority' in ('urgent', 'normal', 'bulk')) is false then 'priority must be urgent, normal or bulk'
    when (jsonb_typeof(job -> 'executor') = 'string' and job ->> 'executor' ~ '^[a-z][a-z0-9_]{0,29}$') is false
      then 'executor must be 1 to 30 of a-z, 0-9 and _, beginning with a letter'
    when (job -> 'max_attempts' between '1' and '100' and job ->> 'max_attempts' ~ '^(\d{1,2}|100)$'
      and job ->> 'max_attempts' !~ '^0+$') is false
      then 'max_attempts must be 1 to 100'
    -- A text that is none is ignored, as the W3C asks.
    when (jsonb_typeof(job -> 'traceparent') = 'string') is false then 'traceparent must be a text'
    when job ? 'after' then cogo.after_problem(job -> 'after')
  end;
end;
$$;

comment on function cogo.job_problem(jsonb, boolean) is
  'What is wrong with the form of one job to enqueue, or null. Sizes, schemas and routes are judged later.';

revoke execute on function cogo.job_problem(jsonb, boolean) from public;
