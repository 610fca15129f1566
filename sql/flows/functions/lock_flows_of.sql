create function cogo.lock_flows_of(job_ids bigint[])
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
declare
  flow_ids bigint[];
begin
  flow_ids := array(
    select flow.id from cogo.workflows as flow
    where flow.id in (select link.workflow_id from cogo.step_jobs as link where link.job_id = any(lock_flows_of.job_ids))
    order by flow.id
    for update
  );
  if flow_ids <> '{}' then
    perform set_config('cogo.flow_locks', 'held', true);
  end if;
  return flow_ids;
end;
$$;

comment on function cogo.lock_flows_of(bigint[]) is
  'Locks the runs whose steps these jobs are, in id order, and answers them. From then on this transaction waits for no claim.';

revoke execute on function cogo.lock_flows_of(bigint[]) from public;
