select plan(14);

select tests.as_operator();
select api.register_workflow('{
  "name": "demo.tcc", "saga": true, "steps": [
    {"name": "seat", "kind": "tcc", "try": {"type": "seat.hold"}, "confirm": {"type": "seat.book"}, "cancel": {"type": "seat.free"}},
    {"name": "room", "kind": "tcc", "try": {"type": "room.hold"}, "confirm": {"type": "room.book"}, "cancel": {"type": "room.free"}, "after": ["seat"]},
    {"name": "pay", "type": "demo.pay", "after": ["room"], "compensate": null}
  ]}');
create temporary table run on commit drop as select (api.start_workflow('demo.tcc') ->> 'workflow_id')::uuid as id;
select is(tests.play('{}', 2), 'seat.hold room.hold', 'try');
select is(tests.play('{}', 1), 'demo.pay', 'all else first');
select is(tests.flow_state(id), 'confirming', 'then all are confirmed') from run;
select is(api.cancel_workflow(id) ->> 'outcome', 'already_ending', 'from here on there is no way back') from run;
select is(tests.play(), 'seat.book room.book', 'confirm');
select is(tests.flow_state(id), 'succeeded', 'succeeded') from run;
select is(tests.steps(id), 'seat:succeeded:confirmed room:succeeded:confirmed pay:succeeded', 'each is confirmed') from run;

create temporary table bad on commit drop as select (api.start_workflow('demo.tcc') ->> 'workflow_id')::uuid as id;
select is(
  tests.play('{"demo.pay": {"error": {"class": "permanent", "message": "no"}}}'), 'seat.hold room.hold demo.pay room.free seat.free', 'a failure cancels in reverse'
);
select is(tests.flow_state(id), 'compensated', 'compensated') from bad;

create temporary table stuck on commit drop as select (api.start_workflow('demo.tcc') ->> 'workflow_id')::uuid as id;
select tests.play('{"room.book": {"error": {"class": "permanent", "message": "no"}}}');
select is(tests.flow_state(id), 'stuck', 'a confirm that dies makes it stuck') from stuck;
select is(api.get_job((api.get_workflow(id) #>> '{steps,1,follow_job_id}')::bigint) #>> '{dead_letter,reason}', 'policy_violation', 'with its own reason') from stuck;
select count(*) from stuck, api.redrive_dead_letters(array[(api.get_workflow(stuck.id) #>> '{steps,1,follow_job_id}')::bigint]);
select is(tests.flow_state(id), 'confirming', 'a redrive goes on') from stuck;
select is(tests.play(), 'room.book', 'with what is left');
select is(tests.flow_state(id), 'succeeded', 'to the end') from stuck;

select * from finish();
