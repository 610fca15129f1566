select plan(2);
select tests.as_owner();
select cogo.audit_key('open', null, 'test', cogo.now_());
-- As after a round that saw everything.
insert into cogo.call_folds (seen_decision_id, seen_audit_id) values ('ffffffff-ffff-ffff-ffff-ffffffffffff', 1000);
create function pg_temp.scans() returns bigint language sql as $$
  select sum(seen.seq_scan)::bigint from pg_stat_xact_user_tables as seen
  where seen.schemaname = 'cogo' and seen.relname in ('routing_decisions', 'routing_outcomes', 'reservations', 'secure_keys_audit', 'usage_counters');
$$;
create temporary table before as select pg_temp.scans() as scans;
select cogo.fold_calls();
select is((select count(*) from cogo.call_totals as counted where counted.name = 'key_reads'), 1::bigint, 'the fold has read');
select api.metrics_totals(), api.metrics_gauges(), api.metrics_summary();
select is(pg_temp.scans(), (select scans from before), 'neither it nor a scrape went through a table from end to end');
select * from finish();
