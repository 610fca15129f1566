select plan(4);

select tests.as_owner();
select api.register_workflow('{"name": "demo.flow", "steps": [{"name": "one", "type": "demo.a"}]}');
-- As if the key's first run stood in the way, and retention dropped it before it could be read.
create function pg_temp.go() returns trigger language plpgsql as $$
begin
  return case when new.input = '{"n": 2}' then null else new end;
end;
$$;
create trigger go before insert on cogo.workflows for each row execute function pg_temp.go();
select tests.refuses(
  $$ select api.start_workflows('[
    {"name": "demo.flow", "input": {"n": 1}}, {"name": "demo.flow", "input": {"n": 2}, "idempotency_key": "k"}
  ]') $$,
  'PT409', 'try_again', 'idempotency_key'
);
select is((select count(*) from cogo.workflows), 0::bigint, 'nothing was started');
drop trigger go on cogo.workflows;
select is(jsonb_array_length(api.start_workflows('[
  {"name": "demo.flow", "input": {"n": 1}}, {"name": "demo.flow", "input": {"n": 2}, "idempotency_key": "k"}
]')), 2, 'the next call starts both');
select is((select count(*) from cogo.workflows), 2::bigint, 'and no more');

select * from finish();
