create function cogo.write_step_jobs(specs jsonb, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  batch record;
begin
  for batch in
    select jsonb_agg(item.value order by item.ordinal) as specs, jsonb_agg(item.value -> 'job' order by item.ordinal) as jobs,
      array_agg(nextval('cogo.jobs_id_seq') order by item.ordinal) as ids
    from jsonb_array_elements(write_step_jobs.specs) with ordinality as item (value, ordinal)
    group by (item.ordinal - 1) / 1000
  loop
    perform cogo.check_jobs(batch.jobs, true);
    if (select max(octet_length(job ->> 'payload')) from jsonb_array_elements(batch.jobs) as job) > 262144 then
      raise sqlstate 'PT413' using message = 'Cannot begin a step: its payload has more than 262144 bytes',
        detail = 'payload_too_large', hint = 'Let steps hand on addresses of artifacts instead of the bytes.';
    end if;
    perform cogo.insert_jobs(batch.jobs, batch.ids, batch.ids, null, write_step_jobs.at, false);

    insert into cogo.step_jobs (job_id, workflow_id, step, item, role)
    select batch.ids[item.ordinal::integer], (item.value ->> 'workflow_id')::bigint, (item.value ->> 'step')::smallint,
      (item.value ->> 'item')::integer, item.value ->> 'role'
    from jsonb_array_elements(batch.specs) with ordinality as item (value, ordinal);

    update cogo.workflow_steps as step set
      job_id = case when item.value ->> 'role' = 'action' then batch.ids[item.ordinal::integer] else step.job_id end,
      follow_job_id = case when item.value ->> 'role' <> 'action' then batch.ids[item.ordinal::integer] else step.follow_job_id end
    from jsonb_array_elements(batch.specs) with ordinality as item (value, ordinal)
    where step.workflow_id = (item.value ->> 'workflow_id')::bigint and step.step = (item.value ->> 'step')::smallint
      and step.item = (item.value ->> 'item')::integer;

    perform cogo.log_steps((
      select jsonb_agg(item.value - 'job' || jsonb_build_object('job_id', batch.ids[item.ordinal::integer], 'outcome', 'started'))
      from jsonb_array_elements(batch.specs) with ordinality as item (value, ordinal)
    ), write_step_jobs.at);
  end loop;
end;
$$;

comment on function cogo.write_step_jobs(jsonb, timestamptz) is
  'Enqueues jobs of steps and notes which step each belongs to, all or none.';

revoke execute on function cogo.write_step_jobs(jsonb, timestamptz) from public;
