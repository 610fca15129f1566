create function cogo.lock_artifacts(tenants text[])
returns void
language plpgsql
set search_path = ''
as $$
declare
  tenant text;
begin
  -- In one order, so that no two wait for each other; after claims, before quality runs.
  for tenant in select distinct each_tenant from unnest(lock_artifacts.tenants) as each_tenant order by each_tenant loop
    perform pg_advisory_xact_lock(hashtextextended('cogo artifacts ' || tenant, 0));
  end loop;
end;
$$;

comment on function cogo.lock_artifacts(text[]) is
  'Lets one transaction at a time record artifacts of a tenant, or doom bytes that have no row: neither misses what the other does.';

revoke execute on function cogo.lock_artifacts(text[]) from public;
