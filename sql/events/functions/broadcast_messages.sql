create function cogo.broadcast_messages(numbers bigint[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  message cogo.messages;
  envelope jsonb;
begin
  for message in
    select * from cogo.messages as known where known.id = any(broadcast_messages.numbers) order by known.id
  loop
    envelope := cogo.message_envelope(message);
    execute format('select %I.send($1, $2, $3, true)', 'realtime') using
      case when octet_length(envelope::text) > 65536 then envelope - 'payload' else envelope end,
      substr(message.type, strpos(message.type, '.') + 1),
      format('tenant.%s.agent.%s.%s', message.tenant_id, message.agent, split_part(message.type, '.', 1));
  end loop;
exception
  when others then
    raise log 'cogo: messages were published and not broadcast: %', sqlerrm;
end;
$$;

comment on function cogo.broadcast_messages(bigint[]) is
  'Tells Realtime of messages when the transaction commits: topic tenant.<id>.agent.<id>.<type_prefix>, event <event>. Its failure never stops the publisher; subscriptions are what is reliable.';

revoke execute on function cogo.broadcast_messages(bigint[]) from public;
