create function cogo.bound_of(tenant uuid)
returns cogo.tenant_bounds
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  ruling cogo.tenant_bounds;
begin
  select bound.* into ruling from cogo.tenant_bounds as bound
  where bound.tenant_id = bound_of.tenant or bound.tenant_id is null
  order by bound.tenant_id nulls last
  limit 1;
  return ruling;
end;
$$;

comment on function cogo.bound_of(uuid) is 'The bound of a tenant: its own, else everybody''s, else nulls.';

revoke execute on function cogo.bound_of(uuid) from public;
