create function cogo.advance_flows(job_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  deferred text := current_setting('cogo.ended_step_jobs', true);
  ended record;
begin
  select array_agg(link.job_id) as job_ids, array_agg(distinct link.workflow_id) as flow_ids into ended
  from cogo.step_jobs as link where link.job_id = any(advance_flows.job_ids);
  if ended.job_ids is null then
    return;
  end if;
  if deferred <> '' then
    perform set_config('cogo.ended_step_jobs', (deferred::bigint[] || ended.job_ids)::text, true);
    return;
  end if;

  perform cogo.settle_flows(ended.job_ids, ended.flow_ids, advance_flows.at);
end;
$$;

comment on function cogo.advance_flows(bigint[], timestamptz) is
  'Takes closed jobs into the workflows whose steps they were, and moves those on. Called wherever jobs close (cogo.after_close).';

revoke execute on function cogo.advance_flows(bigint[], timestamptz) from public;
