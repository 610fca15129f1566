select plan(16);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.saga", "saga": true, "steps": [
    {"name": "a", "type": "demo.a", "compensate": {"type": "undo.a"}},
    {"name": "b", "type": "demo.b", "after": ["a"], "compensate": {"type": "undo.b"}},
    {"name": "c", "type": "demo.b", "after": ["a"], "compensate": {"type": "undo.c"}},
    {"name": "d", "type": "demo.d", "after": ["b", "c"], "compensate": null}
  ]}') as id;
create function pg_temp.follow(place integer) returns bigint language sql as
  $$ select (api.get_workflow(id) #>> array['steps', place::text, 'follow_job_id'])::bigint from run $$;
create function pg_temp.discard(place integer) returns text language sql as
  $$ select outcome from api.discard_dead_letters(array[pg_temp.follow(place)], 'paid back by hand') $$;
select tests.play('{"demo.d": {"error": {"class": "permanent", "message": "no"}},
  "undo.b": {"error": {"class": "permanent", "message": "gone"}}, "undo.c": {"error": {"class": "permanent", "message": "gone"}}}');
select is(tests.steps(id), 'a:succeeded:owed b:succeeded:stuck c:succeeded:stuck d:failed', 'two compensations are dead') from run;

select set_config('x.dead', pg_temp.follow(1)::text, true);
select tests.as_agent('00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002');
select is(
  (select outcome from api.discard_dead_letters(array[current_setting('x.dead')::bigint], 'mine')), 'not_found', 'another tenant cannot accept it'
);
select tests.as_operator();
select is(pg_temp.discard(1), 'discarded', 'one is discarded');
select is(tests.flow_state(id), 'stuck', 'the run is stuck for the other') from run;
select is(pg_temp.discard(1), 'already_discarded', 'a repeat changes nothing');
select is(pg_temp.discard(2), 'discarded', 'the other is discarded');
select is(tests.flow_state(id), 'compensating', 'the run goes on') from run;
select is((select outcome from api.redrive_dead_letters(array[pg_temp.follow(1)])), 'discarded', 'there is no way back');
select is(tests.play(), 'undo.a', 'with what came before');
select is(tests.flow_state(id), 'compensated', 'to its end') from run;
select is(tests.steps(id), 'a:succeeded:compensated b:succeeded:compensated c:succeeded:compensated d:failed', 'its steps') from run;
select is(
  (select string_agg(log ->> 'step', ' ' order by log ->> 'step') from run, jsonb_array_elements(api.get_workflow(run.id) -> 'saga_log') as log where log ->> 'move' = 'accepted'),
  'b c', 'the log tells which were accepted'
);
select is_empty($$ select * from api.job_events(pg_temp.follow(1)) where type = 'job_compensated' $$, 'nobody is told that they were compensated');

select api.register_workflow('{"name": "demo.tcc", "saga": true, "steps": [
  {"name": "seat", "kind": "tcc", "try": {"type": "seat.hold"}, "confirm": {"type": "seat.book"}, "cancel": {"type": "seat.free"}}]}');
update run set id = (api.start_workflow('demo.tcc') ->> 'workflow_id')::uuid;
select tests.play('{"seat.book": {"error": {"class": "permanent", "message": "no"}}}');
select is(tests.flow_state(id), 'stuck', 'a confirm is dead') from run;
select is(pg_temp.discard(0), 'discarded', 'and discarded');
select is(concat_ws(' ', tests.flow_state(id), tests.steps(id)), 'succeeded seat:succeeded:confirmed', 'the run has succeeded') from run;

select * from finish();
