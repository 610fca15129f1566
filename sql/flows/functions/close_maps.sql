create function cogo.close_maps(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  update cogo.workflow_steps as step set
    finished_at = close_maps.at,
    state = case
      when flow.state = 'compensating' and not elements.all_well then 'cancelled' when elements.all_well then 'succeeded' else 'failed'
    end,
    result = case when elements.all_well then elements.results end,
    error = elements.error
  from cogo.workflows as flow
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.kind = 'map',
  lateral (
    select
      coalesce(bool_and(element.state = 'succeeded'), true) as all_well,
      coalesce(jsonb_agg(coalesce(element.result, 'null') order by element.item), '[]') as results,
      (array_agg(element.error order by element.item) filter (where element.state <> 'succeeded'))[1] as error
    from cogo.workflow_steps as element
    where element.workflow_id = flow.id and element.step = defined.step and element.item >= 0
  ) as elements
  where flow.id = any(close_maps.flow_ids)
    and step.workflow_id = flow.id and step.step = defined.step and step.item = -1 and step.state = 'running'
    and not exists (
      select from cogo.workflow_steps as open
      where open.workflow_id = flow.id and open.step = defined.step and open.item >= 0 and open.state = 'running'
    );
end;
$$;

comment on function cogo.close_maps(bigint[], timestamptz) is
  'Ends map steps whose elements have all ended; the result is the array of theirs.';

revoke execute on function cogo.close_maps(bigint[], timestamptz) from public;
