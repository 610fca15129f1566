create function cogo.show_trace(job_id bigint)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  most constant integer := 500;
  asked cogo.jobs;
  trace text;
  members record;
  drawn jsonb;
begin
  select job.* into asked from cogo.jobs as job
  where job.id = show_trace.job_id and (tenant is null or job.tenant_id = tenant);
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot draw the trace of job %s: there is no such job', show_trace.job_id),
      detail = 'job_not_found',
      hint = 'Check the number; list_jobs shows the jobs you may see.';
  end if;
  trace := cogo.trace_of(asked);
  members := cogo.trace_members(asked, trace);

  with span as materialized (
    select told.*, told.kind = 'consumer' as is_hold, (told.attributes ->> 'cogo.job.id')::bigint as of_job
    from (
      select * from cogo.job_spans(members.job_ids)
      union all select * from cogo.flow_spans(members.flow_ids)
      union all select * from cogo.route_spans(trace, asked.tenant_id, members.job_ids)
      union all select * from cogo.message_spans(trace, asked.tenant_id)
    ) as told
    order by told.attributes -> 'cogo.job.id' is not distinct from to_jsonb(asked.id) desc, told.started_at, told.span_id
    limit most + 1
  ),
  kept as materialized (select span.* from span limit most),
  placed as (
    select child.*, coalesce(
      -- A step is the parent of what it enqueued, and of what undoes it.
      (
        select step.span_id from kept as step
        where child.name like 'enqueue %' and child.of_job::text in (step.attributes ->> 'cogo.step.job_id', step.attributes ->> 'cogo.step.follow_job_id')
        limit 1
      ),
      (
        select known.span_id from kept as known
        where known.span_id = child.parent_span_id and known.span_id <> child.span_id and known.started_at <= child.started_at
      ),
      -- A parent that only its program knows: the attempt that was under way, of the job that is named or of any.
      (
        select hold.span_id from kept as hold
        where hold.is_hold and hold.started_at <= child.started_at and coalesce(hold.ended_at >= child.started_at, true)
          and (hold.of_job = child.under_job or (child.under_job is null and child.attributes ? 'cogo.decision.id'))
        order by hold.started_at desc limit 1
      ),
      (
        select cause.span_id from kept as cause
        where cause.of_job = child.under_job and cause.name like 'enqueue %' and cause.started_at <= child.started_at
          and cause.span_id <> child.span_id
      )
    ) as parent
    from kept as child
  )
  select jsonb_agg(jsonb_build_object(
    'span_id', placed.span_id, 'parent_span_id', placed.parent, 'name', placed.name, 'kind', placed.kind,
    'started_at', placed.started_at, 'ended_at', placed.ended_at, 'status', placed.status, 'attributes', placed.attributes
  ) order by placed.started_at, placed.kind <> 'internal' or placed.name like 'workflow %', placed.ended_at, placed.span_id)
  into drawn from placed;

  return jsonb_build_object(
    'trace_id', trace, 'job_id', asked.id, 'spans', drawn,
    'is_capped', jsonb_array_length(drawn) = most or cardinality(members.job_ids) > 200
  );
end;
$$;

comment on function cogo.show_trace(bigint) is
  'Draws the trace of a job from the tables alone: at most 500 spans, its own first. Errors: job_not_found (404), also for another tenant''s job.';

revoke execute on function cogo.show_trace(bigint) from public;
grant execute on function cogo.show_trace(bigint) to authenticated, service_role;
