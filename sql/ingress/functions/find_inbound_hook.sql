create function cogo.find_inbound_hook(name text)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return (
    select jsonb_build_object(
      'hook_id', known.hook_id, 'provider', known.provider, 'secret_env', known.secret_env, 'key_version', known.key_version
    )
    from cogo.inbound_hooks as known where known.name = find_inbound_hook.name and not known.paused
      -- A suspended tenant is refused by this way in too.
      and not exists (select from cogo.revocations as refused where refused.tenant_id = known.tenant_id and refused.subject_id = known.tenant_id)
  );
end;
$$;

comment on function cogo.find_inbound_hook(text) is
  'How the signature of a hook is to be checked; null = there is none, it is paused, or its tenant is suspended.';

revoke execute on function cogo.find_inbound_hook(text) from public;
grant execute on function cogo.find_inbound_hook(text) to service_role;
