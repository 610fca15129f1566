create function cogo.back_out(flow_ids bigint[], ends_as text, undo boolean, error jsonb, at timestamptz)
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  changed bigint[];
begin
  with going as (
    update cogo.workflows as flow set
      state = 'compensating', ends_as = back_out.ends_as, undo = back_out.undo, finished_at = null,
      error = coalesce(flow.error, back_out.error)
    where flow.id = any(back_out.flow_ids)
      -- A run that has gone well goes back only with its parent.
      and (flow.state = 'running' or (flow.state = 'succeeded' and flow.parent_id is not null and back_out.ends_as = 'compensated'))
    returning flow.id
  ),
  logged as (
    insert into cogo.saga_log (workflow_id, at, move) select going.id, back_out.at, 'compensating' from going
  )
  select array_agg(going.id) into changed from going;

  if changed is not null then
    if not back_out.undo then
      update cogo.workflow_steps as step set follow_up = null where step.workflow_id = any(changed) and step.follow_up = 'owed';
    end if;
    perform cogo.stop_steps(changed, back_out.at);
    perform cogo.undo_steps(changed, back_out.at);
    perform cogo.finish_flows(changed, back_out.at);
  end if;
  return coalesce(changed, '{}');
end;
$$;

comment on function cogo.back_out(bigint[], text, boolean, jsonb, timestamptz) is
  'Makes locked runs go back: what is open stops, what was done is undone if so wished. Answers which did.';

revoke execute on function cogo.back_out(bigint[], text, boolean, jsonb, timestamptz) from public;
