create function cogo.start_workflows(workflows jsonb)
returns table (ordinal integer, workflow_id uuid, created boolean, state text, version integer)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  wrong record;
  given jsonb;
  born bigint[];
begin
  if jsonb_typeof(start_workflows.workflows) is distinct from 'array' or jsonb_array_length(start_workflows.workflows) not between 1 and 1000 then
    perform cogo.refuse_argument('workflows', 'it must be an array of 1 to 1000 workflows');
  end if;
  select item.ordinal - 1 as place, told.problem into wrong
  from jsonb_array_elements(start_workflows.workflows) with ordinality as item (value, ordinal),
    lateral (select cogo.start_problem(item.value, tenant is null) as problem) as told
  where told.problem is not null order by item.ordinal limit 1;
  if found then
    perform cogo.refuse_argument(format('workflows[%s]', wrong.place), wrong.problem);
  end if;

  given := cogo.name_starts(start_workflows.workflows, tenant);
  -- In hash order, so that two batches that share keys wait for each other instead of locking each other out.
  with written as (
    insert into cogo.workflows (
      id, created_at, tenant_id, definition_id, idempotency_hash, body_hash, cause, correlation_id, traceparent, input, state
    )
    select distinct on (item.hash, case when item.hash is null then item.id end)
      item.id, at, item.tenant_id, item.definition_id, item.hash, item.body, item.cause, item.correlation_id, item.traceparent, item.input, 'running'
    from jsonb_to_recordset(given) as item (
      ordinal integer, id bigint, tenant_id uuid, definition_id integer, hash uuid, body uuid, cause uuid, correlation_id uuid,
      traceparent text, input jsonb
    )
    order by item.hash, case when item.hash is null then item.id end, item.ordinal
    on conflict (idempotency_hash) where idempotency_hash is not null do nothing
    returning workflows.id
  )
  select array_agg(written.id) into born from written;
  perform cogo.check_started(given);

  if born is not null then
    perform cogo.set_deadlines(born, at);
    perform cogo.move_flows(born, at);
  end if;
  return query
  select item.ordinal, cogo.flow_id(flow.created_at, flow.id), flow.id = item.id, flow.state, defined.version
  from jsonb_to_recordset(given) as item (ordinal integer, id bigint, hash uuid)
  join cogo.workflows as flow on flow.id = item.id or flow.idempotency_hash = item.hash
  join cogo.workflow_definitions as defined on defined.id = flow.definition_id
  order by item.ordinal;
end;
$$;

comment on function cogo.start_workflows(jsonb) is
  'Starts 1 to 1000 workflows, all or none. One whose idempotency_key was used before is answered with the first run and created = false.';

revoke execute on function cogo.start_workflows(jsonb) from public;
grant execute on function cogo.start_workflows(jsonb) to authenticated, service_role;
