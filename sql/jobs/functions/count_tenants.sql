create function cogo.count_tenants()
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not pg_try_advisory_xact_lock(hashtext('cogo.tenant_loads')) then
    return;
  end if;
  -- One statement, one snapshot: whoever is not in it has told its change itself, whoever is in it is counted.
  with gone as (
    delete from cogo.tenant_loads
  )
  insert into cogo.tenant_loads (tenant_id, jobs)
  select told.tenant_id, told.jobs from cogo.open_by_tenant() as told;
  update cogo.tenant_bounds set is_counted = true
  where not is_counted and counting_xid <= pg_snapshot_xmin(pg_current_snapshot());
end;
$$;

comment on function cogo.count_tenants() is
  'Counts the open jobs of all bounded tenants anew. Reads every open job once: done when a bound is set, and by hand should cogo.verify ask for it.';

revoke execute on function cogo.count_tenants() from public;
grant execute on function cogo.count_tenants() to service_role;
