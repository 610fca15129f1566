create function cogo.lock_quality_run(run_id uuid)
returns cogo.quality_runs
language plpgsql
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  run cogo.quality_runs;
begin
  select * into run from cogo.quality_runs as known
  where known.id = lock_quality_run.run_id and (tenant is null or known.tenant_id = tenant)
  for no key update;

  if run.id is null then
    perform cogo.raise_quality_run_not_found(lock_quality_run.run_id);
  end if;

  return run;
end;
$$;

comment on function cogo.lock_quality_run(uuid) is
  'Locks a quality run that the caller may see until the transaction ends; quality_run_not_found otherwise.';

revoke execute on function cogo.lock_quality_run(uuid) from public;
