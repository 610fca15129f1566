create function cogo.channels_for(kind text, message jsonb, channels text[])
returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  unknown text;
begin
  if channels_for.channels is null then
    return array(
      select channel.name from cogo.notification_channels as channel
      where channel.kinds && array['*', channels_for.kind]
        and array_position(array['info', 'warning', 'critical'], channel.min_severity) <= cogo.message_rank(channels_for.message)
      order by channel.name
    );
  end if;
  select named.name into unknown from unnest(channels_for.channels) as named (name)
  where not exists (select from cogo.notification_channels as channel where channel.name = named.name) limit 1;
  if found then
    perform cogo.refuse_argument('channels', format('there is no channel %L', unknown));
  end if;
  return array(select distinct named.name from unnest(channels_for.channels) as named (name) order by named.name);
end;
$$;

comment on function cogo.channels_for(text, jsonb, text[]) is
  'The channels that hear a message: those named, else those subscribed to its kind at its severity. Errors: bad_argument (400).';

revoke execute on function cogo.channels_for(text, jsonb, text[]) from public;
