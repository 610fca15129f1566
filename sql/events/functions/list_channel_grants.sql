create function cogo.list_channel_grants(tenant_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return coalesce((
    select jsonb_agg(to_jsonb(listed) - 'id' order by listed.id)
    from (
      select * from cogo.channel_grants as given
      where list_channel_grants.tenant_id is null or given.tenant_id is null or given.tenant_id = list_channel_grants.tenant_id
      order by given.id
      limit 1000
    ) as listed
  ), '[]');
end;
$$;

comment on function cogo.list_channel_grants(uuid) is 'The grants that hold for a tenant, or all; at most 1000.';

revoke execute on function cogo.list_channel_grants(uuid) from public;
grant execute on function cogo.list_channel_grants(uuid) to service_role;
