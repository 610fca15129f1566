create function cogo.set_tenant_bound(max_open integer, policy text, tenant_id uuid, retry_after_seconds integer)
returns cogo.tenant_bounds
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  kept cogo.tenant_bounds;
begin
  insert into cogo.tenant_bounds as bound (tenant_id, max_open, policy, retry_after_seconds)
  values (
    set_tenant_bound.tenant_id, set_tenant_bound.max_open, set_tenant_bound.policy, set_tenant_bound.retry_after_seconds
  )
  on conflict on constraint one_bound_per_tenant do update set
    max_open = excluded.max_open, policy = excluded.policy, retry_after_seconds = excluded.retry_after_seconds
  returning * into kept;
  return kept;
exception
  when check_violation or not_null_violation then
    perform cogo.refuse_argument(
      'the bound', 'max_open must be at least 1, policy refuse or park, retry_after_seconds 1 to 3600'
    );
    return null;
end;
$$;

comment on function cogo.set_tenant_bound(integer, text, uuid, integer) is
  'Bounds the open jobs of a tenant, or (null) of each that has no bound of its own. The sweep counts what is open already; until then only what is new counts.';

revoke execute on function cogo.set_tenant_bound(integer, text, uuid, integer) from public;
grant execute on function cogo.set_tenant_bound(integer, text, uuid, integer) to service_role;
