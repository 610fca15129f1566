create function cogo.redrive_jobs(dead_ids bigint[], payloads jsonb[], run_ats timestamptz[], tenant uuid, at timestamptz)
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
declare
  new_ids bigint[] := array(select nextval('cogo.jobs_id_seq') from generate_series(1, cardinality(redrive_jobs.dead_ids)));
begin
  insert into cogo.jobs (
    id, created_at, tenant_id, correlation_id, cause, lane_id, lease_seconds, max_attempts, type, payload, traceparent,
    concurrency_key
  )
  select
    item.new_id, redrive_jobs.at, job.tenant_id, coalesce(job.correlation_id, cogo.uuid_v7(job.created_at, job.id)),
    cogo.uuid_v7(job.created_at, job.id), job.lane_id, job.lease_seconds, job.max_attempts, job.type,
    coalesce(item.payload, job.payload), job.traceparent, job.concurrency_key
  from unnest(redrive_jobs.dead_ids, new_ids, redrive_jobs.payloads) as item (dead_id, new_id, payload)
  join cogo.jobs as job on job.id = item.dead_id
  order by item.new_id;

  update cogo.dead_letters set redriven_job_id = item.new_id
  from unnest(redrive_jobs.dead_ids, new_ids) as item (dead_id, new_id) where dead_letters.job_id = item.dead_id;

  if exists (select from cogo.jobs as job where job.id = any(new_ids) and job.concurrency_key is not null) then
    perform cogo.join_key_queues(new_ids);
  end if;
  if exists (select from cogo.step_jobs) then
    perform cogo.replace_step_jobs(redrive_jobs.dead_ids, new_ids, redrive_jobs.at);
  end if;
  perform cogo.put_back(
    new_ids, array_fill(1::smallint, array[cardinality(new_ids)]), redrive_jobs.run_ats, redrive_jobs.at
  );
  perform cogo.record_events(array['job_enqueued'], new_ids, redrive_jobs.at, redrive_jobs.tenant, null, null);
  if exists (select from cogo.tenant_bounds) then
    perform cogo.tell_loads(new_ids, 1);
  end if;
  return new_ids;
end;
$$;

comment on function cogo.redrive_jobs(bigint[], jsonb[], timestamptz[], uuid, timestamptz) is
  'Makes a new job of each dead one, whose letters the caller has locked: with another payload or a time to wait for where given. Answers the new ids in the order given.';

revoke execute on function cogo.redrive_jobs(bigint[], jsonb[], timestamptz[], uuid, timestamptz) from public;
