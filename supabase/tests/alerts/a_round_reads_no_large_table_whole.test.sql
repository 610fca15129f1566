select plan(2);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select tests.hold(), tests.bury(), tests.keep_key(), tests.seal();
select tests.alert('audit');
create function pg_temp.scans() returns bigint language sql as $$
  select sum(seen.seq_scan)::bigint from pg_stat_xact_user_tables as seen
  where seen.schemaname in ('cogo', 'pgmq') and (seen.relname in (
    'jobs', 'attempts', 'events', 'dead_letters', 'waiting', 'held', 'reservations', 'routing_outcomes', 'routing_decisions', 'secure_keys_audit',
    'secure_keys_seals', 'metric_rows', 'schedule_runs', 'messages'
  ) or seen.relname like 'q\_%');
$$;
create temporary table before on commit drop as select pg_temp.scans() as scans;
select tests.alert('audit', '1 hour');
select is(pg_temp.scans(), (select scans from before), 'a round goes through none of them from end to end');
select is((cogo.evaluate_alerts() ->> 'judged')::integer, (select count(*)::integer from cogo.slos), 'and judges all there is');
select * from finish();
