create function cogo.register_job_type(
  type text,
  executor text,
  lease_seconds integer,
  max_attempts integer,
  retry_base_ms integer,
  retry_factor real,
  retry_max_ms integer,
  payload_schema jsonb,
  result_schema jsonb,
  key_limit integer,
  key_strict boolean,
  keep_succeeded_seconds integer,
  keep_failed_seconds integer
)
returns cogo.job_types
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  registered cogo.job_types;
  given record;
  problems text[];
begin
  if register_job_type.type is null then
    perform cogo.refuse_argument('type', 'it is missing');
  end if;
  if not exists (select from cogo.lanes as lane where lane.executor = register_job_type.executor and lane.state = 'open') then
    perform cogo.refuse_argument('executor', format('no lane is open for %L; call open_lanes first', register_job_type.executor));
  end if;
  for given in
    select * from (values ('payload_schema', register_job_type.payload_schema), ('result_schema', register_job_type.result_schema))
      as schemas (name, schema)
    where schema is not null
  loop
    problems := cogo.schema_problems(given.schema);
    if cardinality(problems) > 0 then
      perform cogo.refuse_argument(given.name, array_to_string(problems[1:5], '; '));
    end if;
  end loop;

  insert into cogo.job_types as job_type (
    type, executor, lease_seconds, max_attempts, retry_base_ms, retry_factor, retry_max_ms, payload_schema,
    result_schema, key_limit, key_strict, keep_succeeded_seconds, keep_failed_seconds
  )
  values (
    register_job_type.type, register_job_type.executor, register_job_type.lease_seconds,
    register_job_type.max_attempts, register_job_type.retry_base_ms, register_job_type.retry_factor,
    register_job_type.retry_max_ms, register_job_type.payload_schema, register_job_type.result_schema,
    register_job_type.key_limit, register_job_type.key_strict, register_job_type.keep_succeeded_seconds,
    register_job_type.keep_failed_seconds
  )
  on conflict (type) do update set
    executor = excluded.executor,
    lease_seconds = excluded.lease_seconds,
    max_attempts = excluded.max_attempts,
    retry_base_ms = excluded.retry_base_ms,
    retry_factor = excluded.retry_factor,
    retry_max_ms = excluded.retry_max_ms,
    payload_schema = excluded.payload_schema,
    result_schema = excluded.result_schema,
    key_limit = excluded.key_limit,
    key_strict = excluded.key_strict,
    keep_succeeded_seconds = excluded.keep_succeeded_seconds,
    keep_failed_seconds = excluded.keep_failed_seconds
  returning * into registered;
  return registered;
exception
  when check_violation or numeric_value_out_of_range or not_null_violation then
    perform cogo.refuse_argument('the job type', sqlerrm);
    return null;
end;
$$;

comment on function cogo.register_job_type(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) is
  'Adds or replaces the settings of a job type or prefix; jobs enqueued from now on follow them.';

revoke execute on function cogo.register_job_type(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) from public;
grant execute on function cogo.register_job_type(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) to service_role;
