create function cogo.step_job(flow cogo.workflows, type text, payload jsonb, max_attempts smallint, cause uuid)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_strip_nulls(jsonb_build_object(
    'type', step_job.type, 'tenant_id', flow.tenant_id, 'max_attempts', step_job.max_attempts,
    'correlation_id', cogo.flow_id(flow.created_at, flow.id), 'cause', step_job.cause, 'traceparent', flow.traceparent
  )) || jsonb_build_object('payload', case
    when jsonb_typeof(step_job.payload) = 'object' then step_job.payload else jsonb_build_object('value', step_job.payload)
  end);
end;
$$;

comment on function cogo.step_job(cogo.workflows, text, jsonb, smallint, uuid) is
  'The job of a step, as enqueue_jobs takes it. A payload that is no object stands under value.';

revoke execute on function cogo.step_job(cogo.workflows, text, jsonb, smallint, uuid) from public;
