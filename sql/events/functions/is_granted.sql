create function cogo.is_granted(tenant uuid, agent uuid, action text, pattern text)
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return exists (
    select from unnest(cogo.granted_patterns(is_granted.tenant, is_granted.agent, is_granted.action)) as given (pattern)
    where cogo.channel_pattern_covers(given.pattern, is_granted.pattern)
  );
end;
$$;

comment on function cogo.is_granted(uuid, uuid, text, text) is 'Whether one of the agent''s patterns covers all of this one.';

revoke execute on function cogo.is_granted(uuid, uuid, text, text) from public;
