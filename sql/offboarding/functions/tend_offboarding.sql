create function cogo.tend_offboarding()
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  leaving uuid;
  forgotten integer;
begin
  delete from cogo.erased_tenants as gone where gone.erased_at < cogo.now_() - interval '90 days';
  get diagnostics forgotten = row_count;
  -- One of them a round: two in one transaction would wait for each other's claims while they hold workflows.
  select known.tenant_id into leaving from cogo.offboardings as known
  where known.ended_at is null order by cogo.random_() limit 1 for update skip locked;
  if found then
    perform cogo.end_tenant_work(leaving);
  end if;
  return forgotten;
end;
$$;

comment on function cogo.tend_offboarding() is
  'One bounded round: ends open work of a leaving tenant, and forgets erased ones whose tokens are long over. Answers how many were forgotten.';

revoke execute on function cogo.tend_offboarding() from public;
grant execute on function cogo.tend_offboarding() to service_role;
