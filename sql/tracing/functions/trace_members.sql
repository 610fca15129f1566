create function cogo.trace_members(job cogo.jobs, trace text, out job_ids bigint[], out flow_ids bigint[])
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  most constant integer := 201;
begin
  job_ids := array(
    -- What the trace is named after, if it is named after a job.
    select root.id from cogo.jobs as root
    where root.id = cogo.uuid_number(trace::uuid) and root.tenant_id = job.tenant_id
      and cogo.uuid_v7(root.created_at, root.id) = trace::uuid
    union all
    (
      select other.id from cogo.jobs as other
      where other.traceparent is not null and substr(other.traceparent, 4, 32) = trace and other.tenant_id = job.tenant_id
      order by other.id limit most
    )
  );
  job_ids := array(
    with recursive up (id, cause, depth) as (
      select job.id, job.cause, 0
      union all
      select cause.id, cause.cause, up.depth + 1 from up
      join cogo.jobs as cause on cause.id = cogo.uuid_number(up.cause) and cause.id < up.id
        and cogo.uuid_v7(cause.created_at, cause.id) = up.cause and cause.tenant_id = job.tenant_id
      where up.depth < 20
    )
    select id from up
  ) || job_ids;

  flow_ids := array(
    with recursive up (id, parent_id) as (
      select flow.id, flow.parent_id
      from (
        select trace::uuid union select member.correlation_id from cogo.jobs as member where member.id = any(job_ids)
      ) as named (id)
      join cogo.workflows as flow on flow.id = cogo.uuid_number(named.id)
        and cogo.uuid_v7(flow.created_at, flow.id) = named.id and flow.tenant_id = job.tenant_id
      union
      select parent.id, parent.parent_id from up join cogo.workflows as parent on parent.id = up.parent_id
    ),
    tree (id) as (
      select up.id from up
      union
      select child.id from tree join cogo.workflows as child on child.parent_id = tree.id
    )
    select tree.id from tree limit 50
  );
  job_ids := job_ids || array(
    select follower.id from cogo.workflow_steps as begun
    cross join lateral (values (begun.job_id), (begun.follow_job_id)) as follower (id)
    where begun.workflow_id = any(flow_ids) and follower.id is not null limit most
  );
  job_ids := job_ids || array(
    with recursive again (id) as (
      select unnest(job_ids)
      union
      select letter.redriven_job_id from again
      join cogo.dead_letters as letter on letter.job_id = again.id where letter.redriven_job_id is not null
    )
    select again.id from again limit 2 * most
  );
  job_ids := array(
    select item.id from unnest(job_ids) with ordinality as item (id, place) group by item.id order by min(item.place) limit most
  );
end;
$$;

comment on function cogo.trace_members(cogo.jobs, text) is
  'The jobs and runs of a job''s trace, of its tenant alone, at most 201 and 50: the job and what caused it first, then all that carry the trace, the steps of their workflows, and redrives.';

revoke execute on function cogo.trace_members(cogo.jobs, text) from public;
