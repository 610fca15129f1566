create function cogo.verify_offboarding()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a tenant that leaves is refused', format('%s are not', count(*)), jsonb_agg(leaving.tenant_id)
  from cogo.offboardings as leaving
  where not exists (
    select from cogo.tenants as tenant
    join cogo.revocations as refused on refused.tenant_id = tenant.tenant_id and refused.subject_id = tenant.tenant_id
    where tenant.tenant_id = leaving.tenant_id and tenant.state = 'leaving'
  )
  having count(*) > 0
  union all
  select 'nothing of a tenant that leaves runs by itself', format('%s schedules or hooks do', count(*)), jsonb_agg(running.name)
  from (
    select schedule.tenant_id, schedule.name from cogo.schedules as schedule where not schedule.paused
    union all select hook.tenant_id, hook.name from cogo.inbound_hooks as hook where not hook.paused
  ) as running
  join cogo.offboardings as leaving on leaving.tenant_id = running.tenant_id
  having count(*) > 0
  union all
  select 'what was erased has no tenant', format('%s have one', count(*)), jsonb_agg(tenant.tenant_id)
  from cogo.tenants as tenant
  where exists (select from cogo.erased_tenants) and cogo.is_erased_tenant(tenant.tenant_id)
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_offboarding() is 'The part of cogo.verify about tenants that leave or have left.';

revoke execute on function cogo.verify_offboarding() from public;
