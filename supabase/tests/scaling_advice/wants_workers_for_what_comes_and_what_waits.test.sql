select plan(15);

create function pg_temp.advice() returns jsonb language sql as $$
  select cogo.scaling_advice('default') #> '{executors,0}';
$$;
-- Settles all that happened so far, though this transaction is open.
create function pg_temp.fold() returns void language sql as $$
  select cogo.fold_job_metrics(0, (select max(event.id) from cogo.events as event));
$$;

select tests.fix_random(0.5);
select tests.move_clock(date_trunc('minute', now()) + interval '1 minute' - now());
select is(pg_temp.advice() ->> 'wanted_workers', '0', 'nothing to do wants nobody');
select api.enqueue_jobs(jsonb_agg('{"type": "demo.a"}'::jsonb)) from generate_series(1, 1000);
select is(pg_temp.advice() -> 'depth', '1000', 'what is ready');
select is(pg_temp.advice() ->> 'wanted_workers', '1', 'wants a first one, though nothing is known of the work');
select api.register_worker('w', concurrency => 4);
create temporary table held on commit drop as select * from api.claim_jobs('w', 100, start => true);
select tests.move_clock('10 seconds');
select count(*) from (select array_agg(job_id) as jobs, array_agg(fence) as fences from held) as all_of_them, api.complete(jobs, fences);
select api.work('w');
select tests.move_clock('50 seconds');
select api.work('w');
select pg_temp.fold();

create temporary table told on commit drop as select pg_temp.advice() as advice;
select is((select advice -> 'depth' from told), '900', 'the depth is told from head and tail');
select ok((select (advice ->> 'oldest_wait_seconds')::numeric between 60 and 62 from told), 'and so is the oldest wait');
select ok((select (advice ->> 'run_ms')::numeric between 10000 and 10500 from told), 'how long a job runs');
select ok((select (advice ->> 'arrival_per_second')::numeric between 20 and 25 from told), 'how many come a second');
select ok((select (advice ->> 'service_per_second')::numeric between 2 and 3 from told), 'how many are done');
select is((select advice -> 'live_workers' from told), '1', 'who is there');
select is((select advice -> 'failure_rate' from told), '0.000', 'how many fail');
-- (22.2 a second + 900 / 60) * 10 s = 372 at a time, over 0.8 * 4 = 116 workers.
select ok((select (advice ->> 'wanted_workers')::integer between 105 and 125 from told), 'as many as that takes')
  || E'\n' || diag((select advice::text from told));
select ok((select advice ->> 'reason' ~ 'jobs at a time' from told), 'with a reason');

update cogo.metric_rows set counts = counts || '{"failed": 1000}' where counts ? 'succeeded';
select is((select pg_temp.advice() ->> 'wanted_workers'), '1', 'where most fail no more are wanted than there are');
select tests.as_operator();
select tests.refuses($$ select api.scaling_advice('nowhere') $$, 'PT400', 'bad_argument', 'executor');
select is(
  (select jsonb_path_query_array(api.scaling_advice(), '$.executors[*].executor') ? 'quality'), true, 'without a name all executors are told'
);

select * from finish();
