-- Each round must see the last one's transaction ended, so this file commits.
select plan(6);

select tests.as_operator();
select api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b"}, {"type": "demo.a", "tenant_id": "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"}]');
commit;
create function pg_temp.sum(metric text, tenant uuid default null) returns numeric language sql as $$
  select cogo.metric_sum(metric, cogo.now_() - interval '5 minutes', cogo.now_() + interval '1 minute', tenant);
$$;
select is(pg_temp.sum('jobs_enqueued'), 0::numeric, 'nothing is known before a fold');
select cogo.fold_events();
commit;
select cogo.fold_events();
commit;
select cogo.fold_events(), cogo.fold_events();
commit;
select is(pg_temp.sum('jobs_enqueued'), 3::numeric, 'each job once');
select is(pg_temp.sum('jobs_enqueued', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'), 1::numeric, 'the tenant''s own');
select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select is(
  (select sum((point ->> 'value')::numeric) from jsonb_array_elements(api.metrics_history('enqueued') -> 'points') as point),
  1::numeric, 'an agent''s history is that of its tenant'
);
select throws_ok('select cogo.metric_sum(''jobs_enqueued'', now(), now())', '42501', null, 'and the rules are not its to call');
select tests.as_owner();
-- As if the server had died between the fold and its commit, and another one went on.
begin;
select api.enqueue_jobs('[{"type": "demo.a"}]');
commit;
select cogo.fold_events();
commit;
begin;
select cogo.fold_events();
rollback;
select cogo.fold_events();
commit;
select is(pg_temp.sum('jobs_enqueued'), 4::numeric, 'a fold that was rolled back is made up for, once');
select * from finish();
