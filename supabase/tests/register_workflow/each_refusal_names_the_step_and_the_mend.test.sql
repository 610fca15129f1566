select plan(33);

select tests.as_operator();
create temporary table wrong (steps jsonb, said text, field text, more jsonb default '{}') on commit drop;
insert into wrong (steps, said, field) values
  ('[]', '1 to 200 steps', 'definition'),
  ('[{"type": "demo.a"}]', 'name must be', 'step 0'),
  ('[{"name": "a", "type": "demo.a"}, {"name": "a", "type": "demo.a"}]', 'rename one', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "after": ["b"]}]', 'add the step', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "after": "b"}]', 'array of names', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "after": ["b"]}, {"name": "b", "type": "demo.a", "after": ["a"]}]', 'break the circle', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "after": ["a"]}]', 'break the circle', 'step ''a'''),
  ('[{"name": "a"}]', 'needs a type like prefix.name', 'step ''a'''),
  ('[{"name": "a", "type": "demo"}]', 'needs a type like prefix.name', 'step ''a'''),
  ('[{"name": "a", "kind": "loop"}]', 'none of job, map', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "tyme": 1}]', 'no field ''tyme''', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "retry": {"max_attempts": 0}}]', '1 to 100', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "timeout_seconds": 0}]', 'timeout_seconds must be', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "optional": "yes"}]', 'true or false', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "input": 7}]', 'input must be an object', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "input": {"x": {"$ref": "steps.b.id"}}}, {"name": "b", "type": "demo.a"}]', 'name it in after', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "input": {"x": {"$ref": "item"}}}]', 'only the input of a map step', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "input": {"x": {"$ref": "else.b"}}}]', 'begins with input or steps', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "input": {"x": {"$ref": 7}}}]', 'not alone in its object', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "input": {"x": {"$ref": "input", "y": 1}}}]', 'not alone in its object', 'step ''a'''),
  ('[{"name": "a", "kind": "map", "type": "demo.a"}]', 'over is missing', 'step ''a'''),
  ('[{"name": "a", "kind": "map", "type": "demo.a", "over": {"$ref": "item"}}]', 'only the input of a map step', 'step ''a'''),
  ('[{"name": "a", "kind": "sleep"}]', 'seconds must be', 'step ''a'''),
  ('[{"name": "a", "kind": "signal"}]', 'name of a signal', 'step ''a'''),
  ('[{"name": "a", "kind": "workflow", "workflow": "not.there"}]', 'register it first', 'step ''a'''),
  ('[{"name": "a", "kind": "tcc", "try": {"type": "demo.a"}, "confirm": {"type": "demo.b"}, "cancel": {"type": "demo.c"}}]', 'set "saga": true', 'step ''a'''),
  ('[{"name": "a", "type": "demo.a", "compensate": {"type": "demo.b"}}]', 'without "saga": true', 'step ''a''');
insert into wrong (steps, said, field, more) values
  ('[{"name": "a", "type": "demo.a"}]', 'compensate is missing', 'step ''a''', '{"saga": true}'),
  ('[{"name": "a", "type": "demo.a", "compensate": {"type": "x"}}]', 'compensate needs a type', 'step ''a''', '{"saga": true}'),
  ('[{"name": "a", "kind": "tcc", "try": {"type": "demo.a"}, "confirm": {"type": "demo.b"}}]', 'cancel must be an object', 'step ''a''', '{"saga": true}');

-- The message names the field and, further on, the mend.
select tests.refuses(
  format('select api.register_workflow(%L)', jsonb_build_object('name', 'demo.wrong', 'steps', steps) || more),
  'PT400', 'bad_argument', said, field || ': ' || said
) from wrong;

select tests.as_owner();
delete from cogo.job_types where type = '*';
select tests.refuses(
  $$ select api.register_workflow('{"name": "demo.x", "steps": [{"name": "a", "type": "demo.a"}]}') $$,
  'PT400', 'bad_argument', 'register it with register_job_type', 'a type that no settings rule'
);
insert into cogo.job_types (type, executor) values ('*', 'nowhere');
select tests.refuses(
  $$ select api.register_workflow('{"name": "demo.x", "steps": [{"name": "a", "type": "demo.a"}]}') $$,
  'PT400', 'bad_argument', 'open it with open_lanes', 'a type whose executor has no lane'
);
select is((select count(*) from cogo.workflow_definitions), 0::bigint, 'nothing was kept');

select * from finish();
