select plan(3);

create function pg_temp.installed() returns setof text language plpgsql as $$
begin
  if to_regnamespace('cron') is null then
    return next tests.refuses('select cogo.install_schedules()', 'PT503', 'cron_missing', 'pg_cron');
    return next skip('this database has no pg_cron', 2);
  else
    return next is(cogo.install_schedules(), (select count(*)::integer from cogo.schedule_list()), 'all are installed');
    perform cogo.install_schedules();
    return next is(
      (select count(*)::integer from cron.job where jobname like 'cogo: %'), (select count(*)::integer from cogo.schedule_list()),
      'a repeat replaces them'
    );
    return next ok(true, 'pg_cron is here');
  end if;
end;
$$;
select pg_temp.installed();

select * from finish();
