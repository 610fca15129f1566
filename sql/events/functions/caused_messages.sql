create function cogo.caused_messages(message_ids bigint[])
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', cogo.uuid_v7(message.ts, (message.id << 24) | 1), 'type', message.type, 'cause', message.cause,
      'channel', format('tenant.%s.agent.%s.%s', message.tenant_id, message.agent, message.type), 'ts', message.ts
    ) order by message.id)
    from cogo.messages as message
    where message.id = any(caused_messages.message_ids)
  ), '[]');
end;
$$;

comment on function cogo.caused_messages(bigint[]) is 'Published messages as cogo.list_correlated tells them.';

revoke execute on function cogo.caused_messages(bigint[]) from public;
