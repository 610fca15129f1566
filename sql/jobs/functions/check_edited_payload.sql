create function cogo.check_edited_payload(job_id bigint, payload jsonb)
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  type text := (select job.type from cogo.jobs as job where job.id = check_edited_payload.job_id);
  schema jsonb := (cogo.resolve_job_type(type)).payload_schema;
  wrong record;
begin
  if jsonb_typeof(check_edited_payload.payload) <> 'object' then
    perform cogo.refuse_argument('payload', 'it must be an object');
  end if;
  perform cogo.check_json('payload', check_edited_payload.payload, 262144);
  if schema is null then
    return;
  end if;
  select violation.path, violation.problem into wrong
  from cogo.schema_violations(schema, check_edited_payload.payload) as violation limit 1;
  if found then
    raise sqlstate 'PT422' using
      message = format(
        'Cannot redrive job %s: the payload does not meet the schema of %s at %s: %s',
        check_edited_payload.job_id, type, coalesce(nullif(wrong.path, ''), '/'), wrong.problem
      ),
      detail = 'schema_mismatch',
      hint = 'Correct the payload, or register another payload_schema for the type; nothing was enqueued.';
  end if;
end;
$$;

comment on function cogo.check_edited_payload(bigint, jsonb) is
  'Holds an edited payload against what enqueue_jobs would demand. Errors: bad_argument (400), payload_too_large (413), schema_mismatch (422).';

revoke execute on function cogo.check_edited_payload(bigint, jsonb) from public;
