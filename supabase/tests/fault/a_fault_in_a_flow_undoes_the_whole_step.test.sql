select plan(10);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{"name": "demo.saga", "saga": true, "steps": [
  {"name": "a", "type": "demo.a", "compensate": {"type": "undo.a"}},
  {"name": "b", "type": "demo.b", "after": ["a"], "compensate": null}, {"name": "rest", "kind": "sleep", "seconds": 60}
]}') as id;
select tests.play('{}', 1);
create temporary table hold on commit drop as select * from api.claim_jobs('w', start => true);
create function pg_temp.fail() returns text language sql as $$ select format(
  'select * from api.fail_jobs(tests.item(%s, %s, ''{"error": {"class": "permanent", "message": "no"}}''))', job_id, fence) from hold $$;
create function pg_temp.plan(point text) returns void language plpgsql as $$
begin
  perform tests.as_owner();
  delete from tests.faults;
  insert into tests.faults (point, deed) select plan.point, 'raise' where plan.point is not null;
  perform tests.as_operator();
end $$;

select pg_temp.plan('flow.ended');
select tests.refuses(pg_temp.fail(), '58000', 'fault', 'flow.ended', 'after an end is recorded');
select is(tests.steps(id), 'a:succeeded:owed b:running rest:running', 'the step still runs') from run;
select pg_temp.plan('flow.compensated');
select tests.refuses(pg_temp.fail(), '58000', 'fault', 'flow.compensated', 'after compensations are enqueued');
select is(tests.steps(id), 'a:succeeded:owed b:running rest:running', 'the step still runs') from run;
select is(tests.state(job_id), 'running', 'its job is held') from hold;
select pg_temp.plan('flow.fired');
select tests.move_clock('59 seconds');
select lives_ok('select cogo.sweep()', 'nothing is due yet');
select tests.move_clock('2 seconds');
select tests.refuses('select cogo.sweep()', '58000', 'fault', 'flow.fired', 'after a timer fired');
select is(tests.steps(id), 'a:succeeded:owed b:running rest:running', 'it sleeps on') from run;
select pg_temp.plan(null);
select tests.play('{"demo.b": {"error": {"class": "permanent", "message": "no"}}}');
select is(tests.steps(id), 'a:succeeded:compensated b:failed rest:succeeded', 'and all of it happens once nothing goes wrong') from run;
select tests.lives_clean();

select * from finish();
