create function cogo.lock_schedule(name text, tenant_id uuid)
returns cogo.schedules
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.schedule_tenant(lock_schedule.tenant_id);
  found_one cogo.schedules;
begin
  select * into found_one from cogo.schedules as schedule
  where schedule.tenant_id = tenant and schedule.name = lock_schedule.name
  for update;
  if not found then
    raise sqlstate 'PT404' using
      message = format('Cannot find a schedule %L', left(lock_schedule.name, 120)),
      detail = 'schedule_not_found',
      hint = 'Check its name and tenant; list_schedules shows what there is.';
  end if;
  return found_one;
end;
$$;

comment on function cogo.lock_schedule(text, uuid) is
  'The schedule of that name and tenant, locked. Errors: schedule_not_found (404), bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.lock_schedule(text, uuid) from public;
