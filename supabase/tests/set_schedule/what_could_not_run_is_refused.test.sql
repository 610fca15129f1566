select plan(27);

select tests.as_owner();
create function pg_temp.refused(more jsonb, field text) returns text language sql as $$
  select tests.refuses(format('select tests.schedule(%L, %L)', 'a', more), 'PT400', 'bad_argument', field, more::text)
$$;
select pg_temp.refused('{"cron": null}', 'cron');
select pg_temp.refused('{"every_seconds": 5}', 'cron');
select pg_temp.refused('{"cron": "* * * *"}', '5 fields');
select pg_temp.refused('{"cron": "60 * * * *"}', 'minute ''60''');
select pg_temp.refused('{"cron": "* 24 * * *"}', 'hour ''24''');
select pg_temp.refused('{"cron": "* * 0 * *"}', 'day ''0''');
select pg_temp.refused('{"cron": "* * * 13 *"}', 'month ''13''');
select pg_temp.refused('{"cron": "* * * * 8"}', 'day of week ''8''');
select pg_temp.refused('{"cron": "* * * * fry"}', 'fry');
select pg_temp.refused('{"cron": "*/0 * * * *"}', '*/0');
select pg_temp.refused('{"cron": "5-1 * * * *"}', '5-1');
select pg_temp.refused('{"cron": "1,,2 * * * *"}', 'minute');
select pg_temp.refused('{"cron": "0 0 30 2 *"}', 'no time');
select pg_temp.refused('{"time_zone": "CEST"}', 'CEST');
select pg_temp.refused('{"time_zone": "Europe/Nowhere"}', 'Nowhere');
select pg_temp.refused('{"time_zone": "Etc/GMT+99"}', 'GMT+99');
select pg_temp.refused('{"time_zone": "Etc/GMT+13"}', 'GMT+13');
select pg_temp.refused('{"time_zone": "Etc/GMT-15"}', 'GMT-15');
select lives_ok($$ select cogo.check_time_zone('Etc/GMT' || sign) from unnest('{+0,+9,+12,-0,-9,-14}'::text[]) as sign $$, 'the whole hours there are');
select pg_temp.refused('{"missed": "never"}', 'missed_is_known');
select pg_temp.refused('{"overlap": "maybe"}', 'overlap_is_known');
select pg_temp.refused('{"missed_limit": 1001}', 'missed_limit_is_1_to_1000');
select pg_temp.refused('{"cron": null, "every_seconds": 5, "jitter_seconds": 5}', 'jitter_is_less_than_a_step');
select pg_temp.refused('{"job": null}', 'job');
select pg_temp.refused('{"job": {"type": "demo"}}', 'prefix.name');
select pg_temp.refused('{"job": {"type": "demo.a", "idempotency_key": "k"}}', 'idempotency_key');
select is((select count(*) from cogo.schedules), 0::bigint, 'and nothing was kept');

select * from finish();
