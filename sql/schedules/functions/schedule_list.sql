create function cogo.schedule_list()
returns table (name text, every_seconds integer, cron text, command text)
language plpgsql
immutable
set search_path = ''
as $$
begin
  return query
  select listed.*
  from (
    values
      ('cogo: sweep', 2, '* * * * *', 'select cogo.sweep()'),
      ('cogo: fold events', 10, '* * * * *', 'select cogo.fold_events()'),
      ('cogo: roll up metrics', null, '* * * * *', 'select cogo.roll_up_metrics()'),
      ('cogo: sample gauges', 30, '* * * * *', 'select cogo.sample_gauges()'),
      ('cogo: forget metrics', null, '37 * * * *', 'select cogo.forget_metrics()'),
      ('cogo: drop closed', 10, '* * * * *', 'select cogo.drop_closed()'),
      ('cogo: tick schedules', 1, '* * * * *', 'select cogo.tick_schedules()'),
      ('cogo: forget schedule runs', null, '17 * * * *', 'select cogo.forget_schedule_runs()'),
      ('cogo: forget cron runs', null, '47 * * * *', 'select cogo.forget_cron_runs()'),
      ('cogo: tend notifications', 5, '* * * * *', 'select cogo.tend_notifications()'),
      ('cogo: tend events', 1, '* * * * *', 'select cogo.tend_events()'),
      ('cogo: tend money', 15, '* * * * *', 'select cogo.tend_money()'),
      ('cogo: tend keys', 3, '* * * * *', 'select cogo.tend_keys()'),
      ('cogo: fold calls', 5, '* * * * *', 'select cogo.fold_calls()'),
      ('cogo: evaluate alerts', 15, '* * * * *', 'select cogo.evaluate_alerts()'),
      ('cogo: tick routes', 5, '* * * * *', 'select cogo.tick_routes()'),
      ('cogo: drop receipts', 10, '* * * * *', 'select cogo.drop_receipts()'),
      ('cogo: forget routes', null, '23 * * * *', 'select cogo.forget_routes()'),
      ('cogo: ring artifacts', null, '53 * * * *', 'select cogo.ring_artifacts()'),
      ('cogo: tend offboarding', 2, '* * * * *', 'select cogo.tend_offboarding()')
  ) as listed (name, every_seconds, cron, command);
end;
$$;

comment on function cogo.schedule_list() is
  'What runs by the clock: every_seconds where the clock can, cron where it cannot. pg_cron and the embedded stack read this same list.';

revoke execute on function cogo.schedule_list() from public;
grant execute on function cogo.schedule_list() to service_role;
