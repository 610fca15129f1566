select plan(9);

select tests.as_operator();
select api.register_workflow('{"name": "demo.flow", "steps": [{"name": "a", "type": "demo.a"}]}');
create temporary table first on commit drop as select api.start_workflow('demo.flow', '{"n": 1}', 'key') as said;
select is((said -> 'created')::boolean, true, 'the first is created') from first;
select is(api.start_workflow('demo.flow', '{"n": 1}', 'key') ->> 'workflow_id', said ->> 'workflow_id', 'a repeat answers the first') from first;
select is(api.start_workflow('demo.flow', '{"n": 1}', 'key') -> 'created', 'false', 'and says so');
select is(tests.play(), 'demo.a', 'its step was enqueued once');
select is(api.start_workflow('demo.flow', '{"n": 1}', 'key') ->> 'state', 'succeeded', 'also after its end');
select tests.refuses(
  $$ select api.start_workflow('demo.flow', '{"n": 2}', 'key') $$, 'PT409', 'idempotency_conflict', 'another input', 'another input under the key'
);
select api.register_workflow('{"name": "demo.other", "steps": [{"name": "a", "type": "demo.a"}]}');
select is(api.start_workflow('demo.other', '{"n": 2}', 'key') -> 'created', 'true', 'a key is its workflow''s');
select is(
  (api.start_workflow('demo.flow', '{"n": 2}', 'key', tenant_id => '11111111-1111-4111-8111-111111111111') -> 'created')::boolean, true, 'and its tenant''s'
);
select is(jsonb_array_length(api.start_workflows('[
  {"name": "demo.flow", "idempotency_key": "k2"}, {"name": "demo.flow", "idempotency_key": "k2"}]')), 2, 'twice in one batch is one run')
;

select * from finish();
