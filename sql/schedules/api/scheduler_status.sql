create function api.scheduler_status()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.scheduler_status();
end;
$$;

comment on function api.scheduler_status() is
  'Leaders with terms, renewals, lost leases and longest gap; schedules due and overdue; lag of the last hour''s runs. No errors.';

revoke execute on function api.scheduler_status() from public;
grant execute on function api.scheduler_status() to service_role;
