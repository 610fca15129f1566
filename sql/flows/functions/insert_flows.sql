create function cogo.insert_flows(workflows jsonb, at timestamptz)
returns table (ordinal bigint, flow_id bigint, created boolean)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  trace text := cogo.caller_traceparent();
  given record;
  clash record;
begin
  perform cogo.check_flows(insert_flows.workflows, tenant is null);
  select
    array_agg(nextval('cogo.workflows_id_seq') order by item.ordinal) as ids,
    array_agg(kind.definition_id order by item.ordinal) as definitions,
    array_agg(coalesce(tenant, (item.flow ->> 'tenant_id')::uuid, cogo.default_tenant()) order by item.ordinal) as tenants,
    array_agg(case when item.flow ->> 'idempotency_key' is not null then cogo.short_hash(format(
      'idem_flow:%s:%s:%s', coalesce(tenant, (item.flow ->> 'tenant_id')::uuid, cogo.default_tenant()),
      item.flow ->> 'name', item.flow ->> 'idempotency_key'
    )) end order by item.ordinal) as hashes,
    array_agg(case when item.flow ->> 'idempotency_key' is not null then cogo.short_hash(jsonb_build_object(
      'input', coalesce(item.flow -> 'input', '{}'), 'version', item.flow -> 'version'
    )::text) end order by item.ordinal) as bodies,
    array_agg(item.flow order by item.ordinal) as flows
  into given
  from jsonb_array_elements(insert_flows.workflows) with ordinality as item (flow, ordinal)
  join cogo.flow_kinds(insert_flows.workflows) as kind
    on kind.name = item.flow ->> 'name' and kind.asked is not distinct from (item.flow ->> 'version')::integer;

  -- In hash order, so two batches that share keys wait for each other instead of locking each other out.
  insert into cogo.workflows (
    id, created_at, tenant_id, definition_id, idempotency_hash, body_hash, cause, correlation_id, traceparent, input, state
  )
  select
    item.id, insert_flows.at, item.tenant_id, item.definition_id, item.hash, item.body, (item.flow ->> 'cause')::uuid,
    (item.flow ->> 'correlation_id')::uuid, coalesce(cogo.w3c_traceparent(item.flow ->> 'traceparent'), trace),
    coalesce(item.flow -> 'input', '{}'), 'running'
  from unnest(given.ids, given.definitions, given.tenants, given.hashes, given.bodies, given.flows)
    as item (id, definition_id, tenant_id, hash, body, flow)
  order by item.hash, item.id
  on conflict (idempotency_hash) where idempotency_hash is not null do nothing;

  return query
  select item.ordinal, coalesce(made.id, first.id), made.id is not null
  from unnest(given.ids, given.hashes) with ordinality as item (id, hash, ordinal)
  left join cogo.workflows as made on made.id = item.id
  left join cogo.workflows as first on first.idempotency_hash = item.hash and made.id is null;

  select item.ordinal - 1 as place, cogo.uuid_v7(first.created_at, first.id) as id into clash
  from unnest(given.hashes, given.bodies) with ordinality as item (hash, body, ordinal)
  join cogo.workflows as first on first.idempotency_hash = item.hash
  where first.body_hash <> item.body
  order by item.ordinal
  limit 1;
  if found then
    raise sqlstate 'PT409' using
      message = format('Cannot start workflows[%s]: its idempotency_key belongs to workflow %s, which has another input', clash.place, clash.id),
      detail = 'idempotency_conflict',
      hint = 'Use a new key for a new run, or send the first input again to get the first run.';
  end if;
end;
$$;

comment on function cogo.insert_flows(jsonb, timestamptz) is
  'Writes the runs of a batch that are new. Answers each with its own id, or the first one''s when its key was used before. Errors: bad_argument (400), idempotency_conflict (409), payload_too_large (413).';

revoke execute on function cogo.insert_flows(jsonb, timestamptz) from public;
