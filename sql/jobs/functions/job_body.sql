create function cogo.job_body(job jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_strip_nulls(job - array['payload', 'idempotency_key', 'traceparent', 'correlation_id', 'cause'])
    || jsonb_build_object('payload', coalesce(job -> 'payload', '{}'), 'priority', coalesce(nullif(job -> 'priority', 'null'), '"normal"'));
end;
$$;

comment on function cogo.job_body(jsonb) is
  'What a job says, with its defaults spelt out and without what may differ from call to call: two calls with equal bodies are a repeat.';

revoke execute on function cogo.job_body(jsonb) from public;
