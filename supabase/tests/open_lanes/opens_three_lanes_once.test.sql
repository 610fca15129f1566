select plan(13);

select tests.as_operator();
select results_eq(
  $$ select priority, queue_name, weight::integer from api.open_lanes('gpu') $$,
  $$ values ('urgent', 'cogo_gpu_urgent', 16), ('normal', 'cogo_gpu_normal', 4), ('bulk', 'cogo_gpu_bulk', 1) $$, 'three bands'
);
create temporary table before on commit drop as select * from api.open_lanes('gpu');
select results_eq('select * from api.open_lanes(''gpu'')', 'select * from before', 'a repeat answers alike');
select ok((select count(*) = 3 from api.queue_stats() where executor = 'gpu'), 'queue_stats shows them');
create temporary table made on commit drop as select * from api.enqueue_job('demo.a', executor => 'gpu', priority => 'urgent');
select is((select job_id from api.claim_jobs('worker', 1, 'gpu')), (select job_id from made), 'work goes through them');
select lives_ok($$ select api.register_job_type('render.*', 'gpu') $$, 'types may be sent there');
select is((select api.get_job(job_id) ->> 'executor' from api.list_jobs(type_prefix => 'demo')), 'gpu', 'get_job tells it');

select lives_ok($$ select api.open_lanes('abcdefghijklmnopqrstuvwxyz_012') $$, 'a name of thirty characters');
select tests.refuses($$ select api.open_lanes('abcdefghijklmnopqrstuvwxyz_0123') $$, 'PT400', 'bad_argument', 'executor');
select tests.refuses($$ select api.open_lanes(null) $$, 'PT400', 'bad_argument', 'executor');
select tests.refuses($$ select api.open_lanes('') $$, 'PT400', 'bad_argument', 'executor');
select tests.refuses($$ select api.open_lanes('GPU') $$, 'PT400', 'bad_argument', 'executor');
select tests.refuses($$ select api.open_lanes('a-b') $$, 'PT400', 'bad_argument', 'executor');
select tests.refuses($$ select api.open_lanes('x"; drop schema cogo; --') $$, 'PT400', 'bad_argument', 'executor');

select * from finish();
