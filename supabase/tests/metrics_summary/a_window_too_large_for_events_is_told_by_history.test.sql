select plan(8);

select tests.fix_random(0.5);
select tests.freeze_clock(date_trunc('minute', now()) + interval '10 seconds');
create temporary table hold as select * from tests.hold();
select tests.move_clock('2 seconds');
select api.complete(array[job_id], array[fence]) from hold;
select tests.bury();
select cogo.fold_job_metrics(0, (select max(event.id) from cogo.events as event));
create temporary table near as select api.metrics_summary(5) as told;
-- More than a summary reads job by job.
insert into cogo.events (ts, type, job_ids) select cogo.now_(), 'job_enqueued', '{}' from generate_series(1, 20001);
create temporary table far as select api.metrics_summary(5) as told;

select is((select told #>> '{window,source}' from near), 'events', 'few events are read');
select is((select told #>> '{window,source}' from far), 'history', 'of many the history tells');
select is((select told -> 'transitions' from far), (select told -> 'transitions' from near), 'the same transitions');
select is((select told -> 'failure_rate' from far), '0.5000', 'and failure rate');
select ok((select (told #>> '{finished,run_ms,p95}')::numeric between 1980 and 2020 from far), 'run times to 1 %');
select is((select told #> '{finished,run_ms,count}' from far), '2', 'of all runs');
select is(
  (select jsonb_path_query_array(told, '$.finished.by_executor[*].succeeded') from far), '[1]', 'by executor'
);
select is((select told #>> '{finished,by_type,0,name}' from far), 'demo.a', 'and by type');
select * from finish();
