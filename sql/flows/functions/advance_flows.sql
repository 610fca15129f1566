create function cogo.advance_flows(job_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  flow_ids bigint[];
begin
  flow_ids := array(
    select distinct step_job.workflow_id from cogo.step_jobs as step_job where step_job.job_id = any(advance_flows.job_ids)
  );
  if cardinality(flow_ids) = 0 then
    return;
  end if;
  flow_ids := cogo.lock_flows(flow_ids);
  perform cogo.settle_steps(flow_ids, advance_flows.job_ids, advance_flows.at);
  perform cogo.move_flows(flow_ids, advance_flows.at);
  perform cogo.read_flow_inbox(advance_flows.at, 20);
end;
$$;

comment on function cogo.advance_flows(bigint[], timestamptz) is
  'Jobs have closed: records the ends of their steps and moves their runs on.';

revoke execute on function cogo.advance_flows(bigint[], timestamptz) from public;
