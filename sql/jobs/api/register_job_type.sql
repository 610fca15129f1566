create function api.register_job_type(
  type text,
  executor text default 'default',
  lease_seconds integer default 60,
  max_attempts integer default 5,
  retry_base_ms integer default 500,
  retry_factor real default 2,
  retry_max_ms integer default 60000,
  payload_schema jsonb default null,
  result_schema jsonb default null,
  key_limit integer default 1,
  key_strict boolean default false,
  keep_succeeded_seconds integer default 604800,
  keep_failed_seconds integer default 2592000
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return to_jsonb(cogo.register_job_type(
    register_job_type.type, register_job_type.executor, register_job_type.lease_seconds,
    register_job_type.max_attempts, register_job_type.retry_base_ms, register_job_type.retry_factor,
    register_job_type.retry_max_ms, register_job_type.payload_schema, register_job_type.result_schema,
    register_job_type.key_limit, register_job_type.key_strict, register_job_type.keep_succeeded_seconds,
    register_job_type.keep_failed_seconds
  ));
end;
$$;

comment on function api.register_job_type(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) is
  'Adds or replaces the settings of a job type (prefix.name), of a prefix (prefix.*) or of everything else (*). Errors: bad_argument (400).';

revoke execute on function api.register_job_type(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) from public;
grant execute on function api.register_job_type(text, text, integer, integer, integer, real, integer, jsonb, jsonb, integer, boolean, integer, integer) to service_role;
