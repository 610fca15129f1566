create function cogo.plan_quality_run(run_id uuid, plan jsonb, cause uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  run cogo.quality_runs := cogo.lock_quality_run(plan_quality_run.run_id);
  gate_job_ids bigint[];
  closing_job_id bigint;
begin
  if coalesce(jsonb_typeof(plan_quality_run.plan), 'null') <> 'object'
    or cogo.json_bytes(plan_quality_run.plan) > 65536 then
    raise sqlstate 'PT400' using
      message = 'Cannot plan a quality run: plan must be a JSON object of at most 64 KB',
      detail = 'bad_argument',
      hint = 'Pass {"source": {…}, "gates": [{"gate": "lint", "command": "…"}, …]}.';
  end if;

  -- The first plan stands; a planner that crashed and came back gets that one and its jobs.
  if run.plan is null and run.verdict is null then
    if run.kind = 'weekly' then
      select array_agg(enqueued.job_id order by enqueued.ordinal) into gate_job_ids
      from cogo.enqueue_jobs(cogo.quality_jobs(run, array['lint', 'check', 'test'], null, plan_quality_run.cause))
        as enqueued;

      select enqueued.job_id into closing_job_id
      from cogo.enqueue_jobs(cogo.quality_jobs(run, array['aggregate'], gate_job_ids, plan_quality_run.cause))
        as enqueued;
    end if;

    update cogo.quality_runs as planned
    set plan = plan_quality_run.plan,
      started_at = cogo.now_(),
      aggregate_job_id = coalesce(closing_job_id, planned.aggregate_job_id),
      job_ids = case when planned.kind = 'weekly'
        then array_remove(array[planned.decide_job_id] || gate_job_ids || closing_job_id, null) else planned.job_ids end
    where planned.id = run.id
    returning * into run;
  end if;

  return jsonb_build_object('run_id', run.id, 'plan', run.plan, 'job_ids', to_jsonb(run.job_ids),
    'aggregate_job_id', run.aggregate_job_id, 'verdict', run.verdict);
end;
$$;

comment on function cogo.plan_quality_run(uuid, jsonb, uuid) is
  'Keeps the plan of a run; a weekly one also gets its gates and the aggregate that waits for them, in the same transaction.';

revoke execute on function cogo.plan_quality_run(uuid, jsonb, uuid) from public;
grant execute on function cogo.plan_quality_run(uuid, jsonb, uuid) to authenticated, service_role;
