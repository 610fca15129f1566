create function cogo.enqueue_jobs(jobs jsonb)
returns table (ordinal integer, job_id bigint, id uuid, created boolean)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  batch record;
  first_ids bigint[];
  first_times timestamptz[];
  over_ids bigint[] := '{}'::bigint[];
  prefix text := left(replace(cogo.uuid_v7(at, 0)::text, '-', ''), 16);
begin
  batch := cogo.survey_jobs(enqueue_jobs.jobs, tenant is null);
  first_ids := batch.new_ids;
  if batch.has_keys then
    select taken.first_ids, taken.first_times into first_ids, first_times
    from cogo.take_keys(enqueue_jobs.jobs, batch.new_ids, tenant, at) as taken;
  end if;

  if cogo.fault('enqueue.keyed') then end if;
  if batch.has_bounds then
    over_ids := cogo.hold_to_bounds(enqueue_jobs.jobs, batch.new_ids, first_ids, tenant);
  end if;
  if batch.only_type is not null and over_ids = '{}' then
    perform cogo.insert_plain_jobs(
      enqueue_jobs.jobs, batch.payloads, batch.only_type, batch.new_ids, first_ids, tenant, at
    );
  else
    perform cogo.insert_jobs(enqueue_jobs.jobs, batch.new_ids, first_ids, tenant, at, batch.has_later, over_ids);
  end if;
  if batch.has_bounds then
    perform cogo.tell_loads(array(
      select fresh_id from unnest(cogo.fresh_ids(batch.new_ids, first_ids)) as fresh_id where fresh_id <> all(over_ids)
    ), 1);
  end if;

  if first_ids = batch.new_ids then
    return query
    select item.ordinal, item.job_id, (prefix || to_hex((-9223372036854775808) | item.job_id))::uuid, true
    from (
      select generate_series(1, cardinality(batch.new_ids)) as ordinal, unnest(batch.new_ids) as job_id
    ) as item;
  else
    return query
    select
      item.ordinal::integer, item.job_id, cogo.uuid_v7(coalesce(job.created_at, item.first_at), item.job_id),
      item.job_id = item.new_id
    from unnest(first_ids, batch.new_ids, first_times) with ordinality as item (job_id, new_id, first_at, ordinal)
    left join cogo.jobs as job on job.id = item.job_id
    order by item.ordinal;
  end if;
end;
$$;

comment on function cogo.enqueue_jobs(jsonb) is
  'Enqueues 1 to 1000 jobs, all or none. A job whose idempotency_key was used before is answered with the first one and created = false.';

revoke execute on function cogo.enqueue_jobs(jsonb) from public;
grant execute on function cogo.enqueue_jobs(jsonb) to authenticated, service_role;
