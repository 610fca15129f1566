create function cogo.look_at_flows(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  ended bigint[];
begin
  ended := array(
    select link.job_id
    from cogo.workflow_steps as begun, unnest(array[begun.job_id, begun.follow_job_id]) as link (job_id)
    where begun.workflow_id = any(look_at_flows.flow_ids)
      and (begun.state = 'running' or begun.follow_up in ('compensating', 'confirming'))
      and exists (select from cogo.attempts as final where final.job_id = link.job_id and final.final)
  );
  if ended <> '{}' then
    perform cogo.record_ends(ended, look_at_flows.flow_ids, look_at_flows.at);
  end if;
  perform cogo.record_children(look_at_flows.flow_ids, look_at_flows.at);
end;
$$;

comment on function cogo.look_at_flows(bigint[], timestamptz) is
  'Finds what has ended in runs without their being told: jobs and child runs. The caller holds the runs.';

revoke execute on function cogo.look_at_flows(bigint[], timestamptz) from public;
