create function cogo.keep_bounds(at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  tenant uuid;
  bound cogo.tenant_bounds;
  room bigint;
  entered integer := 0;
begin
  if exists (select from cogo.tenant_bounds as fresh where not fresh.is_counted) then
    if not exists (
      select from cogo.tenant_bounds as fresh
      where not fresh.is_counted
        and (fresh.counting_xid is null or pg_snapshot_xmin(pg_current_snapshot()) < fresh.counting_xid)
    ) then
      perform cogo.count_tenants();
    end if;
    update cogo.tenant_bounds set counting_xid = pg_current_xact_id() where ctid = any (array(
      select fresh.ctid from cogo.tenant_bounds as fresh
      where not fresh.is_counted and fresh.counting_xid is null for update skip locked
    ));
  end if;

  for tenant in
    select load.tenant_id from cogo.tenant_loads as load group by load.tenant_id having count(*) > 10 limit 100
  loop
    perform cogo.fold_load(tenant);
  end loop;

  -- From tenant to tenant by the index: there may be many jobs of few.
  select first.tenant_id into tenant from cogo.over_bound as first order by first.tenant_id limit 1;
  while tenant is not null loop
    bound := cogo.bound_of(tenant);
    room := case when bound.policy is null then 1000 else bound.max_open - cogo.tenant_load(tenant) end;
    if room > 0 then
      entered := entered + cogo.let_in(tenant, room, keep_bounds.at);
    end if;
    select next.tenant_id into tenant from cogo.over_bound as next
    where next.tenant_id > tenant order by next.tenant_id limit 1;
  end loop;
  -- Nobody tells any more what becomes of them: a bound set later would count jobs that have long closed.
  delete from cogo.tenant_loads where ctid = any (array(
    select load.ctid from cogo.tenant_loads as load
    where not exists (select from cogo.tenant_bounds as known where known.tenant_id is null or known.tenant_id = load.tenant_id)
    for update skip locked
  ));
  return entered;
end;
$$;

comment on function cogo.keep_bounds(timestamptz) is
  'The sweep''s part for bounded tenants: counts what was open when a bound was set, folds what calls told, forgets it where the bound is gone, and lets in what a lost moment left outside. Answers how many jobs became ready.';

revoke execute on function cogo.keep_bounds(timestamptz) from public;
