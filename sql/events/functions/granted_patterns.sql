create function cogo.granted_patterns(tenant uuid, agent uuid, action text)
returns text[]
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  if granted_patterns.tenant is null then
    return array['>'];
  end if;
  return array[
    case granted_patterns.action
      when 'publish' then format('tenant.%s.agent.%s.>', granted_patterns.tenant, coalesce(granted_patterns.agent::text, 'unnamed'))
      else format('tenant.%s.>', granted_patterns.tenant)
    end
  ] || array(
    select given.pattern from cogo.channel_grants as given
    where given.action = granted_patterns.action
      and (given.tenant_id is null or given.tenant_id = granted_patterns.tenant)
      and (given.agent_id is null or given.agent_id = granted_patterns.agent)
  );
end;
$$;

comment on function cogo.granted_patterns(uuid, uuid, text) is
  'The patterns of channels on which an agent may publish or to which it may subscribe: its defaults and its grants. No tenant = an operator: all.';

revoke execute on function cogo.granted_patterns(uuid, uuid, text) from public;
