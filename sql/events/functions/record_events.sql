create function cogo.record_events(
  types text[],
  job_ids bigint[],
  at timestamptz,
  tenant uuid,
  fence bigint,
  actor text
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  type text;
begin
  foreach type in array record_events.types loop
    -- A row of many numbers would be compressed and stored aside, which costs more than all the rest of it.
    if cardinality(record_events.job_ids) > 200 then
      insert into cogo.events (ts, fence, tenant_id, type, actor, job_ids)
      select
        record_events.at, record_events.fence, record_events.tenant, type, record_events.actor,
        record_events.job_ids[200 * part + 1 : 200 * part + 200]
      from generate_series(0, (cardinality(record_events.job_ids) - 1) / 200) as part;
      continue;
    end if;
    insert into cogo.events (ts, fence, tenant_id, type, actor, job_ids)
    values (
      record_events.at, record_events.fence, record_events.tenant, type, record_events.actor, record_events.job_ids
    );
  end loop;
end;
$$;

comment on function cogo.record_events(text[], bigint[], timestamptz, uuid, bigint, text) is
  'Writes transitions that all the jobs named took in this call, in order. Their time is the transition''s own, to the microsecond.';

revoke execute on function cogo.record_events(text[], bigint[], timestamptz, uuid, bigint, text) from public;
