select plan(7);

select tests.as_operator();
select tests.fix_random(0.5);
select api.register_worker('w', prefetch_max => 3);
select api.enqueue_jobs(jsonb_agg('{"type": "demo.a"}'::jsonb)) from generate_series(1, 10);
create temporary table held on commit drop as select * from api.claim_jobs('w', 10, start => true);
select is((select count(*) from held), 3::bigint, 'no more than it may hold');
select is((select api.work('w', want => 10) -> 'jobs'), '[]', 'nothing while it holds them');
select is(
  (
    select jsonb_array_length(api.work('w', jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence, 'outcome', 'succeeded')), want => 10) -> 'jobs')
    from (select * from held limit 2) as two
  ),
  2, 'as many as it finished in the same turn'
);
select is((select held from api.list_workers()), 3, 'the list counts what it holds');
select is((select count(*) from api.claim_jobs('other', 10)), 5::bigint, 'a worker that is not registered takes what it wants');
select is((select api.work('other') ? 'drain'), false, 'and hears nothing of draining');
select is((select api.work('w') ? 'drain'), true, 'who is registered hears it in each turn without jobs');

select * from finish();
