create function cogo.list_inbound_hooks(only_tenant_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return coalesce((
    select jsonb_agg(to_jsonb(shown) order by shown.name)
    from (
      select known.* from cogo.inbound_hooks as known
      where list_inbound_hooks.only_tenant_id is null or known.tenant_id = list_inbound_hooks.only_tenant_id
      order by known.name limit 1000
    ) as shown
  ), '[]');
end;
$$;

comment on function cogo.list_inbound_hooks(uuid) is
  'Inbound hooks by name, at most 1000; no secret is in them.';

revoke execute on function cogo.list_inbound_hooks(uuid) from public;
grant execute on function cogo.list_inbound_hooks(uuid) to service_role;
