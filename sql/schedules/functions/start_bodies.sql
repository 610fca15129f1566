create function cogo.start_bodies(starts text, bodies jsonb)
returns table (place bigint, job_id bigint, workflow_id uuid)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  if start_bodies.starts = 'job' then
    return query
    select enqueued.ordinal::bigint, enqueued.job_id, null::uuid from cogo.enqueue_jobs(start_bodies.bodies) as enqueued;
  elsif to_regprocedure('cogo.start_workflows(jsonb)') is null then
    perform cogo.refuse_argument('workflow', 'this database has no workflows');
  else
    return query execute
      'select started.place, null::bigint, (started.answer ->> ''workflow_id'')::uuid
       from jsonb_array_elements(cogo.start_workflows($1)) with ordinality as started (answer, place)'
    using start_bodies.bodies;
  end if;
end;
$$;

comment on function cogo.start_bodies(text, jsonb) is
  'Enqueues jobs or starts workflows, all or none, and answers their ids in order. Errors: those of enqueue_jobs and start_workflows.';

revoke execute on function cogo.start_bodies(text, jsonb) from public;
