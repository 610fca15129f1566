create function cogo.message_channel(message_id uuid)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  place record := cogo.message_place(message_channel.message_id);
  channel text;
begin
  select format('tenant.%s.agent.%s.%s', message.tenant_id, message.agent, message.type) into channel
  from cogo.messages as message where message.id = place.event_id;
  if channel is null then
    select format('tenant.%s.agent.cogo.%s.%s', job.tenant_id, split_part(job.type, '.', 1), event.type) into channel
    from cogo.events as event join cogo.jobs as job on job.id = event.job_ids[place.ordinal]
    where event.id = place.event_id;
  end if;
  return channel;
end;
$$;

comment on function cogo.message_channel(uuid) is 'The channel of the message with that id, or null when it was dropped by age.';

revoke execute on function cogo.message_channel(uuid) from public;
