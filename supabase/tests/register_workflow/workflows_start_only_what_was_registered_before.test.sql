select plan(4);

select tests.as_operator();
select api.register_workflow('{"name": "w.one", "steps": [{"name": "a", "type": "demo.a"}]}');
select is(api.register_workflow('{"name": "w.two", "steps": [{"name": "a", "kind": "workflow", "workflow": "w.one"}]}') -> 'version', '1', 'a registered one may be named');
select api.register_workflow('{"name": "w.one", "steps": [{"name": "a", "type": "demo.b"}]}');
select is(
  api.register_workflow('{"name": "w.two", "steps": [{"name": "a", "kind": "workflow", "workflow": "w.one"}]}') -> 'version', '2',
  'a new version of it is a new shape of what starts it'
);
select api.register_workflow('{"name": "w.three", "steps": [{"name": "a", "kind": "workflow", "workflow": "w.two"}]}');
select api.register_workflow('{"name": "w.four", "steps": [{"name": "a", "kind": "workflow", "workflow": "w.three"}]}');
select is(api.register_workflow('{"name": "w.five", "steps": [{"name": "a", "kind": "workflow", "workflow": "w.four"}]}') -> 'version', '1', 'five deep is allowed');
select tests.refuses(
  $$ select api.register_workflow('{"name": "w.six", "steps": [{"name": "a", "kind": "workflow", "workflow": "w.five"}]}') $$,
  'PT400', 'bad_argument', 'five deep', 'six deep is not'
);

select * from finish();
