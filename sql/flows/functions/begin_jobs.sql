create function cogo.begin_jobs(begun jsonb, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  specs jsonb;
begin
  perform cogo.begin_maps(begin_jobs.begun, begin_jobs.at);

  select jsonb_agg(jsonb_build_object(
    'workflow_id', flow.id, 'step', item.step, 'item', element.item, 'role', 'action',
    'job', cogo.step_job(flow, defined.type, element.payload, defined.max_attempts, cogo.flow_id(flow.created_at, flow.id))
  ) order by flow.id, item.step, element.item)
  into specs
  from jsonb_to_recordset(begin_jobs.begun) as item (workflow_id bigint, step smallint, kind text)
  join cogo.workflows as flow on flow.id = item.workflow_id
  join cogo.definition_steps as defined on defined.definition_id = flow.definition_id and defined.step = item.step,
  lateral (select cogo.flow_scope(flow) as scope) as named,
  lateral (
    select -1 as item, cogo.step_payload(flow, defined, named.scope) as payload where item.kind in ('job', 'tcc')
    union all
    select map_item.item, cogo.step_payload(flow, defined, named.scope || jsonb_build_object(
      'item', cogo.resolve_refs(defined.over, named.scope) -> map_item.item, 'index', map_item.item
    ))
    from cogo.workflow_steps as map_item
    where item.kind = 'map' and map_item.workflow_id = flow.id and map_item.step = item.step and map_item.item >= 0
  ) as element
  where item.kind in ('job', 'tcc', 'map');

  if specs is not null then
    perform cogo.enqueue_steps(specs, begin_jobs.at);
  end if;
end;
$$;

comment on function cogo.begin_jobs(jsonb, timestamptz) is
  'Enqueues the jobs of steps that begin.';

revoke execute on function cogo.begin_jobs(jsonb, timestamptz) from public;
