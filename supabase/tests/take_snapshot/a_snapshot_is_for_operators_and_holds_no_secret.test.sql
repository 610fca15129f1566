select plan(15);

select tests.as_operator();
select ok(api.list_snapshot_parts() -> 'tables' ?& array['policies', 'prices', 'gate_results', 'schedules', 'limits', 'budgets'], 'the parts are named');
select is(api.take_snapshot('versions') ->> 'postgres', current_setting('server_version'), 'a document is told');
select is(jsonb_typeof(api.take_snapshot('verify')), 'array', 'verify answers a list');
select ok(
  api.take_snapshot('schema') @? '$.tables[*] ? (@.name == "cogo.jobs").columns[*] ? (@.name == "payload")', 'the schema is read from the catalogue'
);

select api.set_limit('type', format('demo.t%s', nth), max_running => nth) from generate_series(1, 5) as nth;
create temporary table page on commit drop as select api.take_snapshot('limits', row_limit => 3) as told;
select is((select jsonb_array_length(told -> 'rows') from page), 3, 'a table comes in pages');
select is(
  (select jsonb_array_length(api.take_snapshot('limits', told -> 'next', 3) -> 'rows') from page), 2, 'the next begins where the last ended'
);
select is((select api.take_snapshot('limits', told -> 'next', 3) -> 'next' from page), 'null', 'and says that it is the last');
select api.set_route('default', 'demo.*');
select is(api.take_snapshot('routes', row_limit => 1) -> 'next', 'null', 'what has no key comes in one page');

select tests.refuses($$ select api.take_snapshot('secure_keys') $$, 'PT400', 'bad_argument', 'secure_keys');
select tests.refuses($$ select api.take_snapshot('limits', row_limit => 0) $$, 'PT400', 'bad_argument', 'row_limit');
select tests.refuses($$ select cogo.restore_part('limits', '[{"nonsense": 1}]') $$, 'PT400', 'bad_argument', 'nonsense');
select api.enqueue_job('demo.a');
select tests.refuses($$ select cogo.demand_empty_project() $$, 'PT409', 'project_not_empty', 'jobs');

select tests.as_owner();
select is(
  (select count(*) from cogo.snapshot_parts() as part where part.relation ~ '(key|seal|job$|jobs$|held|claims|attempts|vault|subscriptions|reservations|kek)' and part.relation <> 'gate_results'),
  0::bigint, 'no keys, no jobs, no subscriptions'
);

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select throws_ok($$ select api.take_snapshot('limits') $$, '42501', null, 'an agent takes none');
select throws_ok($$ select api.list_snapshot_parts() $$, '42501', null, 'and sees no parts');

select * from finish();
