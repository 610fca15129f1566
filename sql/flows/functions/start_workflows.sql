create function cogo.start_workflows(workflows jsonb)
returns jsonb
language plpgsql
security definer
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set jit = off
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  started record;
  answer jsonb;
begin
  select
    array_agg(item.flow_id order by item.ordinal) as ids, array_agg(item.created order by item.ordinal) as created,
    array_agg(item.flow_id order by item.ordinal) filter (where item.created) as fresh
  into started
  from cogo.insert_flows(start_workflows.workflows, at) as item;
  if started.fresh is not null then
    perform cogo.begin_flows(started.fresh, at);
  end if;

  select
    jsonb_agg(jsonb_build_object(
      -- cogo.uuid_v7(flow.created_at, flow.id), written out as in claim_jobs.
      'workflow_id', (
        lpad(to_hex((extract(epoch from flow.created_at) * 1000000)::bigint / 1000), 12, '0') || '7'
        || lpad(to_hex((extract(epoch from flow.created_at) * 1000000)::bigint % 1000 * 4096 / 1000), 3, '0')
        || to_hex((-9223372036854775808) | flow.id)
      )::uuid, 'created', item.created, 'state', flow.state,
      'version', definition.version
    ) order by item.ordinal)
  into answer
  from unnest(started.ids, started.created) with ordinality as item (id, created, ordinal)
  join cogo.workflows as flow on flow.id = item.id
  join cogo.workflow_definitions as definition on definition.id = flow.definition_id;
  if jsonb_array_length(answer) is distinct from cardinality(started.ids) then
    -- Retention dropped the closed run of a repeated key just now.
    raise sqlstate 'PT409' using
      message = 'Cannot start workflows: the first run of an idempotency_key is being dropped at this moment',
      detail = 'try_again',
      hint = 'Send the same call again; nothing was started.';
  end if;
  return answer;
end;
$$;

comment on function cogo.start_workflows(jsonb) is
  'Starts 1 to 1000 workflows, all or none, and enqueues their first steps. One whose idempotency_key was used before is answered with the first run and created = false. Errors: those of insert_flows, try_again (409).';

revoke execute on function cogo.start_workflows(jsonb) from public;
grant execute on function cogo.start_workflows(jsonb) to authenticated, service_role;
