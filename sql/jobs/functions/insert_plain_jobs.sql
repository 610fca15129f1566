create function cogo.insert_plain_jobs(
  jobs jsonb,
  payloads jsonb[],
  only_type text,
  new_ids bigint[],
  first_ids bigint[],
  tenant uuid,
  at timestamptz
)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  route record;
  fresh_ids bigint[] := insert_plain_jobs.new_ids;
  owner uuid := coalesce(insert_plain_jobs.tenant, cogo.default_tenant());
  trace text := cogo.caller_traceparent();
begin
  route := cogo.job_route(insert_plain_jobs.only_type, 'normal', null, owner);
  if route.payload_schema is not null then
    perform cogo.check_payloads(insert_plain_jobs.jobs, array[insert_plain_jobs.only_type], array[route.payload_schema]);
  end if;
  if insert_plain_jobs.first_ids <> insert_plain_jobs.new_ids then
    fresh_ids := cogo.fresh_ids(insert_plain_jobs.new_ids, insert_plain_jobs.first_ids);
    if cardinality(fresh_ids) = 0 then
      return;
    end if;
  end if;

  insert into cogo.jobs (id, created_at, tenant_id, lane_id, lease_seconds, max_attempts, type, payload, traceparent)
  select
    item.new_id, insert_plain_jobs.at, owner, route.lane_id, route.lease_seconds, route.max_attempts,
    insert_plain_jobs.only_type, item.payload, trace
  from (
    select
      unnest(insert_plain_jobs.new_ids) as new_id, unnest(insert_plain_jobs.first_ids) as first_id,
      unnest(insert_plain_jobs.payloads) as payload
  ) as item
  where item.first_id = item.new_id;

  perform cogo.record_events(array['job_enqueued'], fresh_ids, insert_plain_jobs.at, owner, null, null);
  if route.fair_window is null then
    perform pgmq.cogo_push(
      route.lane_id, fresh_ids, array_fill(1::smallint, array[cardinality(fresh_ids)]), insert_plain_jobs.at
    );
  else
    perform cogo.admit(
      route.lane_id, route.fair_window, fresh_ids, array_fill(1::smallint, array[cardinality(fresh_ids)]), insert_plain_jobs.at
    );
  end if;
end;
$$;

comment on function cogo.insert_plain_jobs(jsonb, jsonb[], text, bigint[], bigint[], uuid, timestamptz) is
  'cogo.insert_jobs for the usual batch: one type, ready at once, nothing else said: no routes to join, no fields to look for.';

revoke execute on function cogo.insert_plain_jobs(jsonb, jsonb[], text, bigint[], bigint[], uuid, timestamptz) from public;
