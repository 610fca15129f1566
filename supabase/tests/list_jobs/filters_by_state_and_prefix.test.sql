select plan(8);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold('{"type": "demo.running"}');
create temporary table assigned on commit drop as select * from tests.hold('{"type": "demo.assigned"}', start => false);
create temporary table done on commit drop as select * from tests.hold('{"type": "demo.done"}');
select count(*) from done, api.complete(array[done.job_id], array[done.fence]);
create temporary table dead on commit drop as select * from tests.hold('{"type": "demo.dead"}');
select count(*) from dead, api.fail_jobs(tests.item(dead.job_id, dead.fence, '{"error": {"class": "permanent", "message": "x"}}'));
select count(*) from api.enqueue_jobs('[{"type": "demo.queued"}, {"type": "demo.later", "delay_seconds": 60}, {"type": "demo.gone"}, {"type": "demonstration.a"}]');
select count(*) from api.cancel_jobs(array[(select job_id from api.list_jobs(type_prefix => 'demo.gone'))]);

select results_eq($$ select type from api.list_jobs('queued', 'demo.') $$, array['demo.later', 'demo.queued'], 'queued: ready and waiting');
select results_eq($$ select type from api.list_jobs('assigned') $$, array['demo.assigned'], 'assigned');
select results_eq($$ select type from api.list_jobs('running') $$, array['demo.running'], 'running');
select results_eq($$ select type from api.list_jobs('succeeded') $$, array['demo.done'], 'succeeded');
select results_eq($$ select type from api.list_jobs('failed') $$, array['demo.dead'], 'failed');
select results_eq($$ select type from api.list_jobs('cancelled') $$, array['demo.gone'], 'cancelled');
select results_eq($$ select type from api.list_jobs(type_prefix => 'demonstration') $$, array['demonstration.a'], 'a prefix');
select is_empty($$ select type from api.list_jobs(type_prefix => 'demo_') $$, 'in which nothing is a wildcard');

select * from finish();
