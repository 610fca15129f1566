create function api.list_schedules(name_prefix text default null, after_schedule_id bigint default null, row_limit integer default 100)
returns setof jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:read');
  return query select * from cogo.list_schedules(list_schedules.name_prefix, list_schedules.after_schedule_id, list_schedules.row_limit);
end;
$$;

comment on function api.list_schedules(text, bigint, integer) is
  'Schedules with next_run_at and last_run, in the order in which they were made; pass the last schedule_id as after_schedule_id for the next page. Scope: schedules:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.list_schedules(text, bigint, integer) from public;
grant execute on function api.list_schedules(text, bigint, integer) to authenticated, service_role;
