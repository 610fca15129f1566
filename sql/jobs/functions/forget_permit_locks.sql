create function cogo.forget_permit_locks(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  start uuid := cogo.limit_hash('probe', null, cogo.random_()::text);
  forgotten integer;
begin
  delete from cogo.permit_locks where ctid = any (array(
    select known.ctid from (
      (
        select above.limit_hash from cogo.permit_locks as above
        where above.limit_hash >= start order by above.limit_hash limit forget_permit_locks.row_limit
      )
      union all
      (
        select below.limit_hash from cogo.permit_locks as below
        where below.limit_hash < start order by below.limit_hash limit forget_permit_locks.row_limit
      )
    ) as candidate
    join cogo.permit_locks as known on known.limit_hash = candidate.limit_hash
    where (known.due_at is null or known.due_at < forget_permit_locks.at)
      and not exists (select from cogo.parked where parked.limit_hash = known.limit_hash and parked.woken_at is null)
      and not exists (select from cogo.held where held.key_hash = known.limit_hash)
      and not exists (select from cogo.held where held.type_hash = known.limit_hash)
      and not exists (select from cogo.held where held.tenant_hash = known.limit_hash)
    for update of known skip locked
  ));
  get diagnostics forgotten = row_count;
  return forgotten;
end;
$$;

comment on function cogo.forget_permit_locks(timestamptz, integer) is
  'Drops some rows of limits that nobody uses; a claim makes them again.';

revoke execute on function cogo.forget_permit_locks(timestamptz, integer) from public;
