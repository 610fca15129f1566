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
    select next.limit_hash, next.tenant_id into found_row
    from (
      (
        select asleep.limit_hash, asleep.tenant_id from cogo.parked as asleep
        where asleep.limit_hash > at_hash and asleep.woken_at is null order by asleep.limit_hash limit 1
      )
      union all
      (
        select paid.limit_hash, paid.tenant_id from cogo.parked as paid
        where paid.limit_hash > at_hash and paid.paid_for is not null order by paid.limit_hash limit 1
      )
    ) as next
    order by next.limit_hash limit 1;
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
