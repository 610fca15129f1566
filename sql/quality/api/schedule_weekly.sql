create function api.schedule_weekly(
  target text default '.',
  iso_week text default null,
  dry boolean default false,
  run_number integer default 1
)
returns jsonb
language sql
security invoker
set search_path = ''
as $$
  select cogo.schedule_weekly(
    schedule_weekly.target,
    schedule_weekly.iso_week,
    schedule_weekly.dry,
    schedule_weekly.run_number
  );
$$;

comment on function api.schedule_weekly(text, text, boolean, integer) is
  'Opens the quality run of a target and ISO week (default: now, UTC) and enqueues orchestrator.decide; idempotent. '
  'Errors: bad_argument (400), target_not_allowed (403).';

revoke execute on function api.schedule_weekly(text, text, boolean, integer) from public;
grant execute on function api.schedule_weekly(text, text, boolean, integer) to authenticated, service_role;
