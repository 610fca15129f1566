create function cogo.lock_outlived_flows(flow_ids bigint[])
returns bigint[]
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  return array(
    select flow.id from cogo.workflows as flow
    where flow.id = any(lock_outlived_flows.flow_ids)
      and not exists (select from cogo.workflows as parent where parent.id = flow.parent_id)
      and not exists (select from cogo.flow_inbox as message where message.workflow_id = flow.id)
      and not exists (
        select from cogo.workflow_steps as begun
        cross join lateral unnest(array[begun.job_id, begun.follow_job_id]) as link (job_id)
        join cogo.jobs as job on job.id = link.job_id
        where begun.workflow_id = flow.id
      )
    order by flow.id
    for update skip locked
  );
end;
$$;

comment on function cogo.lock_outlived_flows(bigint[]) is
  'Which of these closed runs nothing needs any more, locked: their jobs are gone, and so is the run that started them. Never waits.';

revoke execute on function cogo.lock_outlived_flows(bigint[]) from public;
