select plan(3);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
create function pg_temp.flap(times integer) returns text language plpgsql as $$
declare
  said text := '';
begin
  for nth in 1 .. times loop
    perform cogo.set_slo('webhooks', format('{"warning_at": %s}', nth % 2)::jsonb);
    said := concat_ws(' ', said, substring(tests.alert('webhooks', '1 minute') from 'told (.*)'));
  end loop;
  return trim(said);
end $$;
select is(pg_temp.flap(20), 'fired', 'a level that goes up and down each minute is one alert, told once');
select is((select state from cogo.alerts where slo = 'webhooks'), 'firing', 'it fires until it was calm for five minutes');
select cogo.set_slo('webhooks', '{"warning_at": 1}');
select is(tests.alert('webhooks', '1 minute', 8), 'ok, told recovered', 'then it is told that it is over');
select * from finish();
