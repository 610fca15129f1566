create function cogo.remove_schedule(name text, tenant_id uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.schedule_tenant(remove_schedule.tenant_id);
begin
  delete from cogo.schedules as schedule
  where schedule.tenant_id = tenant and schedule.name = remove_schedule.name;
  return found;
end;
$$;

comment on function cogo.remove_schedule(text, uuid) is
  'Removes a schedule and its history; jobs and workflows that it started stay. Answers whether there was one.';

revoke execute on function cogo.remove_schedule(text, uuid) from public;
grant execute on function cogo.remove_schedule(text, uuid) to authenticated, service_role;
