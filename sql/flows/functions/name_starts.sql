create function cogo.name_starts(workflows jsonb, tenant uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    select jsonb_agg(jsonb_build_object(
      'ordinal', item.ordinal, 'id', nextval('cogo.workflows_id_seq'), 'tenant_id', owner.tenant_id, 'definition_id', defined.id,
      'cause', item.value ->> 'cause', 'correlation_id', item.value ->> 'correlation_id', 'traceparent', item.value ->> 'traceparent',
      'input', coalesce(nullif(item.value -> 'input', 'null'), '{}'),
      'hash', case when item.value ->> 'idempotency_key' is not null then cogo.short_hash(format(
        'idem_flow:%s:%s:%s', owner.tenant_id, item.value ->> 'name', item.value ->> 'idempotency_key'
      )) end,
      'body', cogo.short_hash(coalesce(nullif(item.value -> 'input', 'null'), '{}')::text)
    ) order by item.ordinal)
    from jsonb_array_elements(name_starts.workflows) with ordinality as item (value, ordinal),
      lateral (
        select coalesce(name_starts.tenant, (item.value ->> 'tenant_id')::uuid, cogo.default_tenant()) as tenant_id
      ) as owner,
      lateral (
        select known.id from cogo.workflow_definitions as known
        where known.name = item.value ->> 'name'
          and (item.value ->> 'version' is null or known.version = (item.value ->> 'version')::integer)
        order by known.registered_at desc, known.version desc limit 1
      ) as defined
  );
end;
$$;

comment on function cogo.name_starts(jsonb, uuid) is
  'A checked batch with its defaults: numbers, owners, definitions, and the hashes of keys and inputs.';

revoke execute on function cogo.name_starts(jsonb, uuid) from public;
