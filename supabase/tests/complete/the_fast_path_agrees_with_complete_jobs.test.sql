select plan(10);

select tests.as_operator();
select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b"}, {"type": "demo.c"}]');
create temporary table hold on commit drop as select * from api.claim_jobs('worker', 2);
insert into hold select * from api.claim_jobs('worker', 1, start => true);
create temporary table lists on commit drop as
  select array_agg(job_id order by job_id) as job_ids, array_agg(fence order by job_id) as fences from hold;
select results_eq(
  $$ select outcome from lists, api.complete(lists.job_ids, lists.fences) $$, array['succeeded', 'succeeded', 'succeeded'],
  'jobs of several claims end in one call'
);
select results_eq(
  $$ select outcome from lists, api.complete(lists.job_ids, lists.fences) $$, array['succeeded', 'succeeded', 'succeeded'], 'again alike'
);
select is((select tests.history(min(job_id)) from hold), 'enqueued claimed started succeeded', 'an assigned job starts on its way');
select is((select tests.history(max(job_id)) from hold), 'enqueued claimed started succeeded', 'a running one has started before');
select is_empty($$ select * from api.complete('{}', '{}') $$, 'no jobs, no rows');
select results_eq($$ select outcome from api.complete(array[null]::bigint[], array[1]::bigint[]) $$, array['lease_lost'], 'nothing under a fence is lost');
select tests.refuses($$ select api.complete(null, '{1}') $$, 'PT400', 'bad_argument', 'job_ids');
select tests.refuses($$ select api.complete('{1}', null) $$, 'PT400', 'bad_argument', 'fences');
select tests.refuses($$ select api.complete('{1,2}', '{1}') $$, 'PT400', 'bad_argument', 'same length');
select tests.refuses(
  $$ select api.complete(array(select generate_series(1, 1001)::bigint), array(select generate_series(1, 1001)::bigint)) $$,
  'PT400', 'bad_argument', '1000'
);

select * from finish();
