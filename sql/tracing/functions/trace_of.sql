create function cogo.trace_of(job cogo.jobs)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  -- A trace id of zeros alone is none (cogo.default_tenant() is the UUID of zeros).
  return coalesce(
    substr(job.traceparent, 4, 32),
    replace(coalesce(nullif(job.correlation_id, cogo.default_tenant()), cogo.uuid_v7(job.created_at, job.id))::text, '-', '')
  );
end;
$$;

comment on function cogo.trace_of(cogo.jobs) is
  'The trace id of a job: its caller''s, else its correlation id, which is its own public id by default. Workers do the same.';

revoke execute on function cogo.trace_of(cogo.jobs) from public;
