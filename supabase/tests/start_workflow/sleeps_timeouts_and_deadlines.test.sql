select plan(16);

select tests.as_operator();
create temporary table nap on commit drop as select tests.start_flow('{
  "name": "demo.nap", "steps": [{"name": "s", "kind": "sleep", "seconds": 60}, {"name": "b", "type": "demo.b", "after": ["s"]}]}') as id;
select tests.move_clock('59 seconds');
select tests.play();
select is(tests.steps(id), 's:running b:pending', 'a sleep lasts') from nap;
select is(api.get_workflow(id) #>> '{timers,0,kind}', 'wake', 'its timer is shown') from nap;
select tests.move_clock('2 seconds');
select is(tests.play(), 'demo.b', 'then the run goes on');
select is(tests.flow_state(id), 'succeeded', 'to its end') from nap;

create temporary table slow on commit drop as select tests.start_flow('{
  "name": "demo.slow", "steps": [{"name": "a", "type": "demo.a", "timeout_seconds": 10}]}') as id;
create temporary table hold on commit drop as select * from api.claim_jobs('w', 1, start => true);
select tests.move_clock('11 seconds');
select cogo.sweep();
select cogo.sweep();
select is((select cancelled from api.renew_claims(array[(select fence from hold)])), (select array[job_id] from hold), 'a job that takes too long is asked to stop');
select is(tests.flow_state(id), 'running', 'its run waits for it') from slow;
select count(*) from hold, api.release_jobs(tests.item(hold.job_id, hold.fence));
select is(api.get_workflow(id) #>> '{error,reason}', 'timeout', 'then the step has failed of its timeout') from slow;
select is(tests.flow_state(id), 'failed', 'and so has the run') from slow;

create temporary table deaf on commit drop as select (api.start_workflow('demo.slow') ->> 'workflow_id')::uuid as id;
create temporary table deaf_hold on commit drop as select * from api.claim_jobs('w', 1, start => true);
select tests.move_clock('11 seconds');
select cogo.sweep();
select tests.move_clock('31 seconds');
select count(*) from deaf_hold, api.renew_claims(array[deaf_hold.fence]);
select cogo.sweep();
select cogo.sweep();
select is(tests.flow_state(id), 'failed', 'a worker that does not listen loses its fence after thirty seconds more') from deaf;

create temporary table made_it on commit drop as select (api.start_workflow('demo.slow') ->> 'workflow_id')::uuid as id;
create temporary table made_hold on commit drop as select * from api.claim_jobs('w', 1, start => true);
select tests.move_clock('11 seconds');
select cogo.sweep();
select count(*) from made_hold, api.complete(array[made_hold.job_id], array[made_hold.fence]);
select is(tests.flow_state(id), 'succeeded', 'a worker that finishes before it hears of it has finished') from made_it;

create temporary table wait on commit drop as select tests.start_flow('{
  "name": "demo.wait", "steps": [{"name": "w", "kind": "signal", "signal": "go", "timeout_seconds": 5}]}') as id;
select tests.move_clock('6 seconds');
select cogo.sweep();
select is(api.get_workflow(id) #>> '{error,reason}', 'timeout', 'a wait for a signal has a timeout too') from wait;

create temporary table limited on commit drop as select tests.start_flow('{
  "name": "demo.limited", "deadline_seconds": 30, "steps": [{"name": "a", "type": "demo.a"}, {"name": "w", "kind": "sleep", "seconds": 600}]}') as id;
select is((api.get_workflow(id) ->> 'deadline_at')::timestamptz - (api.get_workflow(id) ->> 'created_at')::timestamptz, '30 seconds', 'a run may have a deadline') from limited;
select tests.move_clock('31 seconds');
select cogo.sweep();
select cogo.sweep();
select is(tests.flow_state(id), 'failed', 'past it, it ends') from limited;
select is(api.get_workflow(id) #>> '{error,reason}', 'timeout', 'with that reason') from limited;
select is(tests.steps(id), 'a:cancelled w:cancelled', 'its open steps are cancelled') from limited;
select is(api.get_workflow(id) -> 'timers', '[]', 'no timer is left') from limited;

select * from finish();
