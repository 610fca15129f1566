create function cogo.erase_workflows(
  leaving cogo.offboardings, row_limit integer, out counts jsonb, out is_met boolean, out next jsonb
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  batch record := cogo.tenant_batch('workflows', leaving, erase_workflows.row_limit);
  runs bigint[];
begin
  is_met := batch.met > 0;
  next := batch.next;
  -- One that runs all the same was started since: it is ended as before, and met again.
  perform cogo.cancel_workflow(cogo.uuid_v7(flow.created_at, flow.id), 'The tenant is leaving.', false)
  from cogo.workflows as flow
  where flow.ctid = any (batch.places) and flow.finished_at is null and flow.state <> 'stuck';
  runs := array(
    select flow.id from cogo.workflows as flow where flow.id = any (batch.keys::bigint[]) and (flow.finished_at is not null or flow.state = 'stuck')
  );
  delete from cogo.step_jobs as link using cogo.workflow_steps as begun
  where begun.workflow_id = any (runs) and link.job_id in (begun.job_id, begun.follow_job_id);
  counts := cogo.erase_with('workflows', runs::text[]);
  delete from cogo.workflows as flow where flow.id = any (runs);
  counts := counts || jsonb_build_object('workflows', cardinality(runs));
end;
$$;

comment on function cogo.erase_workflows(cogo.offboardings, integer) is
  'Erases runs of workflows with all that is known of them. Answers as erase_part.';

revoke execute on function cogo.erase_workflows(cogo.offboardings, integer) from public;
