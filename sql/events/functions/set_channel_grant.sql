create function cogo.set_channel_grant(action text, pattern text, tenant_id uuid, agent_id uuid, granted boolean)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  problem text := cogo.channel_pattern_problem(set_channel_grant.pattern);
  changed integer;
begin
  if (set_channel_grant.action in ('publish', 'subscribe')) is not true then
    perform cogo.refuse_argument('action', 'it must be publish or subscribe');
  end if;
  if problem is not null then
    perform cogo.refuse_argument('pattern', problem);
  end if;
  if set_channel_grant.granted then
    insert into cogo.channel_grants (tenant_id, agent_id, action, pattern, granted_at)
    values (
      set_channel_grant.tenant_id, set_channel_grant.agent_id, set_channel_grant.action, set_channel_grant.pattern, cogo.now_()
    )
    on conflict (tenant_id, agent_id, action, pattern) do nothing;
  else
    delete from cogo.channel_grants as given
    where given.tenant_id is not distinct from set_channel_grant.tenant_id
      and given.agent_id is not distinct from set_channel_grant.agent_id
      and given.action = set_channel_grant.action and given.pattern = set_channel_grant.pattern;
  end if;
  get diagnostics changed = row_count;
  return jsonb_build_object('outcome', case
    when changed = 0 then 'unchanged' when set_channel_grant.granted then 'granted' else 'revoked'
  end);
end;
$$;

comment on function cogo.set_channel_grant(text, text, uuid, uuid, boolean) is
  'Gives or takes back a permission on channels: granted, revoked or unchanged. Errors: bad_argument (400).';

revoke execute on function cogo.set_channel_grant(text, text, uuid, uuid, boolean) from public;
grant execute on function cogo.set_channel_grant(text, text, uuid, uuid, boolean) to service_role;
