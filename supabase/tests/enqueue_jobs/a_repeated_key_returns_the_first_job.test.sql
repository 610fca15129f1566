select plan(8);

select tests.as_operator();
create temporary table first on commit drop as select * from api.enqueue_job('demo.a', '{"n": 1}', idempotency_key => 'k');
create temporary table second on commit drop as select * from api.enqueue_job('demo.a', '{"n": 1}', idempotency_key => 'k');
select is((select job_id from second), (select job_id from first), 'the repeat names the first job');
select is((select id from second), (select id from first), 'by both of its ids');
select ok((select created from first) and not (select created from second), 'and says that nothing was created');
select is((select count(*) from api.list_jobs()), 1::bigint, 'there is one job');
create temporary table mixed on commit drop as select * from api.enqueue_jobs('[
  {"type": "demo.a", "idempotency_key": "new"}, {"type": "demo.a", "payload": {"n": 1}, "idempotency_key": "k"},
  {"type": "demo.a", "idempotency_key": "new"}, {"type": "demo.a"}
]');
select is((select array_agg(created order by ordinal) from mixed), array[true, false, false, true], 'new and repeated jobs mix in a batch');
select is((select job_id from mixed where ordinal = 2), (select job_id from first), 'a repeat of an earlier call');
select is((select job_id from mixed where ordinal = 3), (select job_id from mixed where ordinal = 1), 'a repeat within the batch');
select is((select count(*) from api.list_jobs()), 3::bigint, 'of which only the new ones were made');

select * from finish();
