create function cogo.check_channels(channels text[])
returns void
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  allowed text := cogo.channel_regex(cogo.granted_patterns(cogo.caller_tenant(), cogo.caller_agent(), 'publish'));
  limits text[] := cogo.caller_limits('events:publish');
  wrong record;
begin
  select item.channel, item.ordinal - 1 as place into wrong
  from unnest(check_channels.channels) with ordinality as item (channel, ordinal)
  where item.channel !~ allowed or (cardinality(limits) > 0 and item.channel !~ cogo.channel_regex(limits))
  order by item.ordinal
  limit 1;
  if found then
    raise sqlstate 'PT403' using
      message = format('Cannot publish messages[%s]: the caller may not publish on %s', wrong.place, wrong.channel),
      detail = 'channel_forbidden',
      hint = 'Publish as yourself (leave tenant_id and agent_id out), or ask an operator for grant_channel.';
  end if;
end;
$$;

comment on function cogo.check_channels(text[]) is
  'Refuses channels on which the caller may not publish. Errors: channel_forbidden (403).';

revoke execute on function cogo.check_channels(text[]) from public;
