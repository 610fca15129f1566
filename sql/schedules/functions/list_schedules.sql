create function cogo.list_schedules(name_prefix text, after_schedule_id bigint, row_limit integer)
returns setof jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
begin
  if (list_schedules.row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  return query
  select cogo.schedule_document(schedule)
  from cogo.schedules as schedule
  where (tenant is null or schedule.tenant_id = tenant)
    and (list_schedules.name_prefix is null or starts_with(schedule.name, list_schedules.name_prefix))
    and schedule.id > coalesce(list_schedules.after_schedule_id, 0)
  order by schedule.id
  limit list_schedules.row_limit;
end;
$$;

comment on function cogo.list_schedules(text, bigint, integer) is
  'Schedules in the order in which they were made, an agent''s tenant''s only.';

revoke execute on function cogo.list_schedules(text, bigint, integer) from public;
grant execute on function cogo.list_schedules(text, bigint, integer) to authenticated, service_role;
