create function cogo.request_cause(job jsonb, at timestamptz, out inherited jsonb, out expires_at timestamptz)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  cause_id uuid := (request_cause.job ->> 'cause')::uuid;
  caller uuid := cogo.caller_tenant();
  tenant uuid := coalesce(caller, (request_cause.job ->> 'tenant_id')::uuid);
begin
  -- Another tenant's job is no cause that anything follows from, as one that is not there.
  select
    jsonb_strip_nulls(jsonb_build_object(
      'correlation_id', coalesce(cause.correlation_id, cause_id), 'tenant_id', case when caller is null then cause.tenant_id end
    )),
    asked.expires_at
  into inherited, expires_at
  from cogo.jobs as cause left join cogo.requests as asked on asked.job_id = cause.id
  where cause.id = cogo.uuid_number(cause_id) and cogo.uuid_v7(cause.created_at, cause.id) = cause_id
    and (tenant is null or cause.tenant_id = tenant);
  if expires_at <= request_cause.at then
    raise sqlstate 'PT409' using
      message = format('Cannot request: the time of its cause, request %s, is over', cause_id),
      detail = 'request_timed_out',
      hint = 'Nobody waits for what would follow; stop working on that request.';
  end if;
end;
$$;

comment on function cogo.request_cause(jsonb, timestamptz) is
  'What a request takes over from the job that is its cause: the correlation, for an operator the tenant, and the end of its time where that is a request too. Errors: request_timed_out (409).';

revoke execute on function cogo.request_cause(jsonb, timestamptz) from public;
