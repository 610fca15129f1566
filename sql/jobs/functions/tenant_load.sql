create function cogo.tenant_load(tenant uuid)
returns bigint
language plpgsql
security definer
set search_path = ''
as $$
declare
  told record;
begin
  select coalesce(sum(load.jobs), 0)::bigint as jobs, count(*) as parts into told
  from cogo.tenant_loads as load where load.tenant_id = tenant_load.tenant;
  if told.parts > 100 then
    perform cogo.fold_load(tenant_load.tenant);
  end if;
  return told.jobs;
end;
$$;

comment on function cogo.tenant_load(uuid) is
  'How many open jobs a bounded tenant has, as far as committed calls tell; folds the telling when it grew long.';

revoke execute on function cogo.tenant_load(uuid) from public;
