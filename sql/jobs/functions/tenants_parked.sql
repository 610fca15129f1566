create function cogo.tenants_parked(row_limit integer)
returns uuid[]
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  found_row record;
  hashes uuid[] := '{}'::uuid[];
  at_hash uuid := '00000000-0000-0000-0000-000000000000'::uuid;
begin
  for step in 1 .. tenants_parked.row_limit loop
    select parked.limit_hash, parked.tenant_id into found_row from cogo.parked
    where parked.limit_hash > at_hash
    order by parked.limit_hash limit 1;
    exit when not found;
    at_hash := found_row.limit_hash;
    if at_hash = cogo.limit_hash('tenant', found_row.tenant_id, null) then
      hashes := hashes || at_hash;
    end if;
  end loop;
  return hashes;
end;
$$;

comment on function cogo.tenants_parked(integer) is
  'The tenant limits on which jobs are parked, out of the first row_limit limits.';

revoke execute on function cogo.tenants_parked(integer) from public;
