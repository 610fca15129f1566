create function api.preview_schedule(cron text, time_zone text default 'UTC', count integer default 10, after timestamptz default null)
returns table (run_at timestamptz, local_time text)
language plpgsql
stable
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('schedules:read');
  return query
  select * from cogo.preview_schedule(preview_schedule.cron, preview_schedule.time_zone, preview_schedule.count, preview_schedule.after);
end;
$$;

comment on function api.preview_schedule(text, text, integer, timestamptz) is
  'The next count (1 to 1000) times of a cron expression in a time zone, after now or a time. Scope: schedules:read. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.preview_schedule(text, text, integer, timestamptz) from public;
grant execute on function api.preview_schedule(text, text, integer, timestamptz) to authenticated, service_role;
