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

  with kept as materialized (
    select told.*, told.kind = 'consumer' as is_hold, told.name like 'enqueue %' as is_job, told.name like 'route %' as is_call,
      (told.attributes ->> 'cogo.job.id')::bigint as of_job
    from cogo.trace_spans(asked, trace, members.job_ids, members.flow_ids, most) as told
  ),
  -- A step is the parent of what it enqueued, and of what undoes it.
  step as (
    select distinct on (link.job_id) link.job_id, kept.span_id
    from kept cross join lateral (
      values ((kept.attributes ->> 'cogo.step.job_id')::bigint), ((kept.attributes ->> 'cogo.step.follow_job_id')::bigint)
    ) as link (job_id)
    where kept.attributes ? 'cogo.step.kind' and link.job_id is not null
    order by link.job_id, kept.span_id
  ),
  placed as (
    select child.*, coalesce(
      step.span_id,
      known.span_id,
      -- A parent that only its program knows: the attempt that was under way, of the job that is named or, for a call, of any.
      case when child.is_call or child.under_job is not null then (
        select hold.span_id from kept as hold
        where hold.is_hold and (hold.of_job = child.under_job or (child.is_call and child.under_job is null))
          and hold.started_at <= child.started_at and coalesce(hold.ended_at >= child.started_at, true)
        order by hold.started_at desc limit 1
      ) end,
      cause.span_id
    ) as parent
    from kept as child
    left join step on child.is_job and step.job_id = child.of_job
    left join kept as known
      on known.span_id = child.parent_span_id and known.span_id <> child.span_id and known.started_at <= child.started_at
    left join kept as cause
      on cause.is_job and cause.of_job = child.under_job and cause.span_id <> child.span_id and cause.started_at <= child.started_at
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
