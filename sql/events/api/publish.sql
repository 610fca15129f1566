create function api.publish(messages jsonb)
returns table (ordinal integer, id uuid, created boolean)
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('events:publish');
  return query select * from cogo.publish(publish.messages);
end;
$$;

comment on function api.publish(jsonb) is
  'Publishes 1 to 1000 messages [{type, payload, event_id, stream, tenant_id, agent_id, role, correlation_id, cause, traceparent, schema}], all or none, in the caller''s transaction. Scope: events:publish. Errors: bad_argument (400), not_an_agent (401), agent_revoked, channel_forbidden, insufficient_scope (403), idempotency_conflict (409), payload_too_large (413).';

revoke execute on function api.publish(jsonb) from public;
grant execute on function api.publish(jsonb) to authenticated, service_role;
