create function cogo.fold_load(tenant uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- One at a time with counts as well (cogo.count_tenants): two would each take the other's rows for theirs.
  if not pg_try_advisory_xact_lock(hashtext('cogo.tenant_loads')) then
    return;
  end if;
  with gone as (
    delete from cogo.tenant_loads as load where load.tenant_id = fold_load.tenant returning load.jobs
  )
  insert into cogo.tenant_loads (tenant_id, jobs)
  select fold_load.tenant, sum(gone.jobs) from gone
  having sum(gone.jobs) <> 0;
end;
$$;

comment on function cogo.fold_load(uuid) is 'Makes one row of a tenant''s many in cogo.tenant_loads. Readers see the rows before or the row after.';

revoke execute on function cogo.fold_load(uuid) from public;
