create function cogo.install_schedules()
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  listed record;
  has_seconds boolean;
  installed integer := 0;
begin
  if to_regnamespace('cron') is null then
    raise sqlstate 'PT503' using
      message = 'Cannot install schedules: this database has no pg_cron',
      detail = 'cron_missing',
      hint = 'Enable the pg_cron extension, or let the embedded stack tick the list (npm start).';
  end if;

  -- Steps below a minute came with pg_cron 1.5; older ones sweep each minute and lean on the sweeps that claims do.
  select (regexp_match(extension.extversion, '^(\d+)\.(\d+)'))::integer[] >= array[1, 5] into has_seconds
  from pg_catalog.pg_extension as extension where extension.extname = 'pg_cron';
  for listed in select * from cogo.schedule_list() loop
    execute format(
      'select cron.schedule(%L, %L, %L)',
      listed.name,
      case when listed.every_seconds is not null and has_seconds then listed.every_seconds || ' seconds' else listed.cron end,
      format('select cogo.run_schedule(%L)', listed.name)
    );
    installed := installed + 1;
  end loop;
  return installed;
end;
$$;

comment on function cogo.install_schedules() is
  'Puts cogo.schedule_list into pg_cron; repeats replace. Answers how many. Errors: cron_missing (503).';

revoke execute on function cogo.install_schedules() from public;
grant execute on function cogo.install_schedules() to service_role;
