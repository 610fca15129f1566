create function cogo.access_token_hook(event jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  claims jsonb := coalesce(access_token_hook.event -> 'claims', '{}');
  person text := access_token_hook.event ->> 'user_id';
  member cogo.members;
begin
  select known.* into member from cogo.members as known
  join cogo.tenants as tenant on tenant.tenant_id = known.tenant_id
  where known.user_id = case when person ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then person::uuid end and tenant.state = 'active'
  -- Of several tenants the one that an administrator chose for the person, else the first.
  order by (known.tenant_id::text = lower(claims #>> '{app_metadata,tenant_id}')) is true desc, known.added_at, known.tenant_id
  limit 1;
  claims := claims - array['tenant_id', 'agent_id', 'project_id', 'scopes', 'member_role'];
  if found then
    claims := claims || jsonb_build_object(
      'tenant_id', member.tenant_id, 'member_role', member.role, 'scopes', to_jsonb(cogo.role_scopes(member.role))
    );
  end if;
  return access_token_hook.event || jsonb_build_object('claims', claims);
end;
$$;

comment on function cogo.access_token_hook(jsonb) is
  'The custom access token hook of Supabase Auth: a member''s token says its tenant, role and scopes; nobody else''s does.';

revoke execute on function cogo.access_token_hook(jsonb) from public;
grant execute on function cogo.access_token_hook(jsonb) to service_role;
