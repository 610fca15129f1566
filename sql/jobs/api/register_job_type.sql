create function api.register_job_type(
  type text,
  executor text default 'default',
  lease_seconds integer default 60,
  max_attempts integer default 5,
  retry_base_ms integer default 500,
  retry_factor real default 2,
  retry_max_ms integer default 60000,
  payload_schema jsonb default null
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
    register_job_type.retry_max_ms, register_job_type.payload_schema
  ));
end;
$$;

comment on function api.register_job_type(text, text, integer, integer, integer, real, integer, jsonb) is
  'Adds or replaces the settings of a job type (prefix.name), of a prefix (prefix.*) or of everything else (*). Errors: bad_argument (400).';

revoke execute on function api.register_job_type(text, text, integer, integer, integer, real, integer, jsonb) from public;
grant execute on function api.register_job_type(text, text, integer, integer, integer, real, integer, jsonb) to service_role;
