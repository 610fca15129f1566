-- Each round must see the last one's transaction ended, so this file commits.
select plan(6);

select tests.as_operator();
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a"}, {"type": "demo.a"}]');
select count(*) from api.claim_jobs('w', 2, 'default', true);
select is(
  api.metrics_totals() -> 'transitions', '{"job_claimed": 2, "job_enqueued": 3, "job_started": 2}', 'unfolded events count'
);
commit;

select is(cogo.fold_events(), 0::bigint, 'the first round only looks');
commit;
select is(cogo.fold_events(), 3::bigint, 'the second folds three events');
commit;
select is(
  api.metrics_totals() -> 'transitions', '{"job_claimed": 2, "job_enqueued": 3, "job_started": 2}', 'no total changed'
);
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}]');
select is(api.metrics_totals() -> 'transitions' ->> 'job_enqueued', '4', 'newer events come on top');

select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select throws_ok('select api.metrics_totals()', 'PT403', null, 'an agent may not read the totals of all tenants');

select tests.as_owner();
select * from finish();
