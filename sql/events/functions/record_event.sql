create function cogo.record_event(
  type text,
  job_ids bigint[],
  at timestamptz,
  tenant uuid,
  fence bigint,
  actor text,
  data jsonb
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into cogo.events (ts, fence, tenant_id, type, actor, job_ids, data)
  values (
    record_event.at, record_event.fence, record_event.tenant, record_event.type, record_event.actor,
    record_event.job_ids, record_event.data
  );
end;
$$;

comment on function cogo.record_event(text, bigint[], timestamptz, uuid, bigint, text, jsonb) is
  'Writes one transition that all the jobs named took in this call. Its time is the transition''s own, to the microsecond.';

revoke execute on function cogo.record_event(text, bigint[], timestamptz, uuid, bigint, text, jsonb) from public;
