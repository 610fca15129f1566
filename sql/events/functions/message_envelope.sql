create function cogo.message_envelope(message cogo.messages)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  own_id uuid := cogo.uuid_v7(message.ts, (message.id << 24) | 1);
begin
  return jsonb_build_object(
    'id', own_id,
    'version', '1',
    'type', message.type,
    'ts', message.ts,
    'trace_id', substr(message.traceparent, 4, 32),
    'correlation_id', coalesce(message.correlation_id, own_id),
    'cause', message.cause,
    'tenant_id', message.tenant_id,
    'actor', jsonb_build_object('agent', message.agent, 'role', message.role),
    'payload', message.payload,
    'schema', coalesce(message.schema, jsonb_build_object(
      -- The hash of {}: a schema that allows everything.
      'namespace', split_part(message.type, '.', 1), 'name', message.type,
      'hash', '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
    ))
  ) || case
    when message.traceparent is null then '{}'::jsonb else jsonb_build_object('traceparent', message.traceparent)
  end;
end;
$$;

comment on function cogo.message_envelope(cogo.messages) is
  'A published message in the envelope of MESSAGE_SCHEMA_V1; its id is derived from its number, so it is the same at every reading.';

revoke execute on function cogo.message_envelope(cogo.messages) from public;
