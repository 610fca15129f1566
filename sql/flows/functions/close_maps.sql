create function cogo.close_maps(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  update cogo.workflow_steps as whole
  set
    state = case when found_ends.failed and flow.ends_as is not null then 'cancelled' when found_ends.failed then 'failed' else 'succeeded' end,
    finished_at = close_maps.at,
    error = case when found_ends.failed then coalesce(whole.error, found_ends.error) end,
    result = case when not found_ends.failed then (
      select jsonb_agg(coalesce(element.result, 'null') order by element.item)
      from cogo.workflow_steps as element
      where element.workflow_id = whole.workflow_id and element.step = whole.step and element.item >= 0
    ) end
  from cogo.workflows as flow
  join cogo.definition_steps as plan on plan.definition_id = flow.definition_id and plan.kind = 'map',
  lateral (
    select
      bool_or(element.state in ('failed', 'cancelled')) as failed, bool_or(element.state = 'running') as running,
      (array_agg(element.error || jsonb_build_object('item', element.item) order by element.item) filter (where element.state <> 'succeeded' and element.error is not null))[1] as error
    from cogo.workflow_steps as element
    where element.workflow_id = flow.id and element.step = plan.step and element.item >= 0
  ) as found_ends
  where flow.id = any(close_maps.flow_ids) and whole.workflow_id = flow.id and whole.step = plan.step and whole.item = -1
    and whole.state = 'running' and (not found_ends.running or found_ends.failed and not plan.optional);
end;
$$;

comment on function cogo.close_maps(bigint[], timestamptz) is
  'Ends maps whose elements have all ended, or one of whose elements failed when the map is not optional.';

revoke execute on function cogo.close_maps(bigint[], timestamptz) from public;
