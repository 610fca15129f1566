select plan(4);

select tests.fix_random(0.5);
select tests.freeze_clock('2026-03-04 10:00:00+00');
select api.enqueue_jobs('[{"type": "demo.a", "run_at": "2026-03-04T10:30:00Z"}, {"type": "demo.a"}]');
create temporary table first as select job_id, fence from api.claim_jobs('w', 1, start => true);
select api.complete(array[job_id], array[fence]) from first;
select tests.move_clock('30 minutes');
select cogo.sweep();
select tests.move_clock('4 seconds');
select cogo.fold_job_metrics(0, (select max(event.id) from cogo.events as event));
select is((select count(*) from cogo.ready_notes), 1::bigint, 'since when it is ready is known until its claim is counted');
create temporary table seen as select max(event.id) as id from cogo.events as event;
select api.claim_jobs('w', 1);
select cogo.fold_job_metrics((select id from seen), (select max(event.id) from cogo.events as event));
select ok(cogo.metric_quantile('wait', 1, '2026-03-04 10:00+00', '2026-03-04 11:00+00') between 3960 and 4040, 'it waited four seconds, not half an hour');
select results_eq($$ select * from cogo.metric_share_within('wait', 5000, '2026-03-04 10:00+00', '2026-03-04 11:00+00') $$, $$ values (2::numeric, 2::numeric) $$, 'both within five seconds');
select is((select count(*) from cogo.ready_notes), 0::bigint, 'and nothing is kept');
select * from finish();
