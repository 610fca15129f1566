create function cogo.publish(messages jsonb)
returns table (ordinal integer, id uuid, created boolean)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  self text := coalesce(cogo.caller_agent()::text, case when tenant is null then 'operator' else 'unnamed' end);
  at timestamptz := cogo.now_();
  trace text := cogo.caller_traceparent();
  batch record;
  first_ids uuid[];
begin
  perform cogo.check_messages(publish.messages);
  -- The transaction's number before the messages' numbers: cogo.settled_events relies on it.
  perform pg_current_xact_id();
  select
    array_agg(item.number order by item.ordinal) as numbers,
    array_agg(cogo.uuid_v7(at, (item.number << 24) | 1) order by item.ordinal) as ids,
    array_agg(item.tenant order by item.ordinal) as tenants,
    array_agg(format('tenant.%s.agent.%s.%s', item.tenant, item.agent, item.type) order by item.ordinal) as channels,
    bool_or(item.is_keyed) as has_keys,
    bool_or(item.is_foreign) as has_foreign
  into batch
  from (
    select
      given.ordinal, nextval('cogo.events_id_seq') as number, given.message ->> 'type' as type,
      coalesce((given.message ->> 'tenant_id')::uuid, tenant, cogo.default_tenant()) as tenant,
      coalesce(lower(given.message ->> 'agent_id'), self) as agent,
      given.message ->> 'event_id' is not null as is_keyed,
      coalesce(given.message ->> 'tenant_id', given.message ->> 'agent_id') is not null as is_foreign
    from jsonb_array_elements(publish.messages) with ordinality as given (message, ordinal)
    order by given.ordinal
  ) as item;
  if tenant is not null and (batch.has_foreign or cardinality(cogo.caller_limits('events:publish')) > 0) then
    perform cogo.check_channels(batch.channels);
  end if;
  first_ids := batch.ids;
  if batch.has_keys then
    first_ids := cogo.take_message_keys(publish.messages, batch.tenants, batch.ids, at);
  end if;

  insert into cogo.messages (id, ts, tenant_id, agent, type, role, correlation_id, cause, traceparent, schema, payload)
  select
    batch.numbers[item.ordinal::integer], at, batch.tenants[item.ordinal::integer],
    split_part(batch.channels[item.ordinal::integer], '.', 4), item.message ->> 'type',
    coalesce(item.message ->> 'role', case when tenant is null then 'system' else 'actor' end),
    (item.message ->> 'correlation_id')::uuid, (item.message ->> 'cause')::uuid,
    coalesce(cogo.w3c_traceparent(item.message ->> 'traceparent'), trace),
    nullif(item.message -> 'schema', 'null'), coalesce(item.message -> 'payload', '{}')
  from jsonb_array_elements(publish.messages) with ordinality as item (message, ordinal)
  where first_ids[item.ordinal::integer] = batch.ids[item.ordinal::integer];

  if to_regprocedure('realtime.send(jsonb, text, text, boolean)') is not null then
    perform cogo.broadcast_messages(batch.numbers);
  end if;
  return query
  select given.ordinal::integer, first_ids[given.ordinal::integer], first_ids[given.ordinal::integer] = given.id
  from unnest(batch.ids) with ordinality as given (id, ordinal);
end;
$$;

comment on function cogo.publish(jsonb) is
  'Publishes 1 to 1000 messages, all or none, in the caller''s transaction. A message whose event_id was used before in its stream is answered with the first one and created = false.';

revoke execute on function cogo.publish(jsonb) from public;
grant execute on function cogo.publish(jsonb) to authenticated, service_role;
