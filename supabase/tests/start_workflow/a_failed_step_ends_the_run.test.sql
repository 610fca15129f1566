select plan(8);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.flow", "steps": [
    {"name": "a", "type": "demo.a", "retry": {"max_attempts": 2}}, {"name": "b", "type": "demo.b"},
    {"name": "c", "kind": "sleep", "seconds": 60}, {"name": "d", "type": "demo.d", "after": ["a"]}
  ]}') as id;
create temporary table held_both on commit drop as select * from api.claim_jobs('slow', 2, start => true);
create temporary table other on commit drop as select * from held_both where type = 'demo.b';
select count(*) from held_both, api.release_jobs(tests.item(held_both.job_id, held_both.fence)) where held_both.type = 'demo.a';
select is(tests.play('{"demo.a": {"error": {"class": "transient", "message": "first"}}}'), 'demo.a demo.a', 'it is tried as often as its retry says');
select is(tests.steps(id), 'a:failed b:running c:cancelled d:pending', 'waits end, a running job is asked') from run;
select is(api.get_workflow(id) -> 'ends_as', '"failed"', 'the run is about to fail') from run;
select is(api.get_workflow(id) #>> '{error,message}', 'first', 'with the error of the step') from run;
select is((select cancelled from api.renew_claims(array[(select fence from other)])), (select array[job_id] from other), 'the worker is told');
select count(*) from other, api.release_jobs(tests.item(other.job_id, other.fence));
select is(tests.flow_state(id), 'failed', 'it has failed once nothing is open') from run;
select is(tests.steps(id), 'a:failed b:cancelled c:cancelled d:pending', 'what had not begun never does') from run;
select is(tests.play(), null, 'nothing is left to do');

select * from finish();
