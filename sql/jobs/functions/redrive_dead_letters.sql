create function cogo.redrive_dead_letters(job_ids bigint[])
returns table (dead_job_id bigint, job_id bigint, outcome text)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  dead bigint[];
  new_ids bigint[];
  lane_ids smallint[];
begin
  if redrive_dead_letters.job_ids is null or cardinality(redrive_dead_letters.job_ids) > 1000 then
    perform cogo.refuse_argument('job_ids', 'it must be an array of at most 1000 numbers');
  end if;

  dead := array(
    select letter.job_id from cogo.dead_letters as letter
    where letter.job_id = any(redrive_dead_letters.job_ids)
      and letter.redriven_job_id is null and (tenant is null or letter.tenant_id = tenant)
    order by letter.job_id
    for update
  );
  if exists (select from cogo.workflows) then
    dead := cogo.redrivable(dead);
  end if;
  new_ids := array(select nextval('cogo.jobs_id_seq') from generate_series(1, cardinality(dead)));

  insert into cogo.jobs (
    id, created_at, tenant_id, correlation_id, cause, lane_id, lease_seconds, max_attempts, type, payload, traceparent
  )
  select
    item.new_id, at, job.tenant_id, coalesce(job.correlation_id, cogo.uuid_v7(job.created_at, job.id)),
    cogo.uuid_v7(job.created_at, job.id), job.lane_id, job.lease_seconds, job.max_attempts, job.type, job.payload,
    job.traceparent
  from unnest(dead, new_ids) as item (dead_id, new_id)
  join cogo.jobs as job on job.id = item.dead_id
  order by item.new_id;

  if cardinality(dead) > 0 then
    update cogo.dead_letters set redriven_job_id = item.new_id
    from unnest(dead, new_ids) as item (dead_id, new_id) where dead_letters.job_id = item.dead_id;

    if exists (select from cogo.step_jobs) then
      perform cogo.replace_step_jobs(dead, new_ids, at);
    end if;
    select array_agg(job.lane_id order by job.id) into lane_ids from cogo.jobs as job where job.id = any(new_ids);
    perform cogo.push_ready(new_ids, lane_ids, array_fill(1::smallint, array[cardinality(new_ids)]), at);
    perform cogo.record_events(array['job_enqueued'], new_ids, at, tenant, null, null);
  end if;

  return query
  select
    given.job_id,
    letter.redriven_job_id,
    case when letter.job_id is null then 'not_found' when given.job_id = any(dead) then 'redriven'
      when letter.redriven_job_id is null then 'workflow_moved_on' else 'already_redriven'
    end
  from unnest(redrive_dead_letters.job_ids) with ordinality as given (job_id, ordinal)
  left join cogo.dead_letters as letter
    on letter.job_id = given.job_id and (tenant is null or letter.tenant_id = tenant)
  order by given.ordinal;
end;
$$;

comment on function cogo.redrive_dead_letters(bigint[]) is
  'Makes a new job of each dead letter, caused by the dead one, which stays as it was. A repeat answers with the first new job.';

revoke execute on function cogo.redrive_dead_letters(bigint[]) from public;
grant execute on function cogo.redrive_dead_letters(bigint[]) to authenticated, service_role;
