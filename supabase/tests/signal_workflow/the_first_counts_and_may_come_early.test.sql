select plan(15);

select tests.as_operator();
create temporary table run on commit drop as select tests.start_flow('{
  "name": "demo.flow", "steps": [
    {"name": "a", "type": "demo.a"}, {"name": "w", "kind": "signal", "signal": "approved", "after": ["a"]},
    {"name": "v", "kind": "signal", "signal": "paid", "after": ["a"]}, {"name": "z", "type": "demo.z", "after": ["w"]}
  ]}') as id;
select is(api.signal_workflow(id, 'approved', '{"by": "ann"}'), '{"outcome": "accepted"}', 'before any step waits') from run;
select is(api.signal_workflow(id, 'approved', '{"by": "bob"}'), '{"outcome": "already_signalled"}', 'the first of a name counts') from run;
select is(tests.play(), 'demo.a demo.z', 'the wait ends at once');
select is(api.get_workflow(id) #> '{steps,1,result}', '{"by": "ann"}', 'its result is the first payload') from run;
select is(tests.steps(id), 'a:succeeded w:succeeded v:running z:succeeded', 'another signal is waited for') from run;
select is(api.signal_workflow(id, 'paid'), '{"outcome": "accepted"}', 'while a step waits') from run;
select is(tests.flow_state(id), 'succeeded', 'the run goes on in the same call') from run;
select is(api.signal_workflow(id, 'paid'), '{"outcome": "closed"}', 'late is closed') from run;
select is(jsonb_array_length(api.get_workflow(id) -> 'signals'), 2, 'what was received is shown') from run;
select tests.refuses(format('select api.signal_workflow(%L, ''aproved'')', id), 'PT400', 'bad_argument', 'approved, paid', 'a signal that nothing waits for is a slip') from run;
select tests.refuses(format('select api.signal_workflow(%L, null)', id), 'PT400', 'bad_argument', 'signal', 'so is none') from run;
select tests.refuses(format('select api.signal_workflow(%L, ''paid'', to_jsonb(repeat(''x'', 262144)))', id), 'PT413', 'payload_too_large', '262144', 'payloads have a limit') from run;
select tests.refuses('select api.signal_workflow(''019ab2f0-7c3a-7d21-8f4e-5b6c7d8e9f01'', ''paid'')', 'PT404', 'workflow_not_found', '019ab2f0', 'no such run');
select tests.refuses('select api.signal_workflow(null, ''paid'')', 'PT404', 'workflow_not_found', 'null', 'nor this');
create temporary table ending on commit drop as select (api.start_workflow('demo.flow') ->> 'workflow_id')::uuid as id;
select api.cancel_workflow(id) from ending;
select is(api.signal_workflow(id, 'paid'), '{"outcome": "closed"}', 'a run that ends takes no more') from ending;

select * from finish();
