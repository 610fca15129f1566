select plan(7);
select tests.freeze_clock('2030-01-01');
select tests.route_provider('demo');
select tests.route_model('demo', 'demo');
select tests.as_operator();
create temporary table made as select (api.select_route('chat', 100) ->> 'decision_id')::uuid as decision_id;
select tests.as_owner();
select tests.move_clock('1 minute');
-- Health changes, then the catalogue: the receipt's snapshot and list are left.
select cogo.note_outcome((select model_id from cogo.llm_models), null, 'failed', 500, null, null, null, cogo.now_()) from generate_series(1, 10);
select cogo.tick_routes();
select tests.route_model('demo', 'other');
select tests.move_clock('1 minute');
select cogo.tick_routes();
select tests.move_clock('3 hours');
select cogo.tick_routes();
select cmp_ok((select count(*) from cogo.routing_snapshots), '>', 1::bigint, 'health changed');
select cmp_ok((select count(*) from cogo.route_lists where retired_at is not null), '>', 0::bigint, 'lists were retired');
create temporary table forgot as select cogo.forget_routes() as counts;
select ok(exists (
  select from cogo.routing_decisions as decision join cogo.route_lists as list on list.list_id = (decision.context -> 'list')::bigint
  join cogo.routing_snapshots as snapshot on snapshot.snapshot_id = decision.snapshot_id
), 'what a kept receipt was made from is kept');
select tests.lives_clean();
select tests.move_clock('91 days');
select cogo.tend_money();
select is(cogo.drop_receipts(), '{"receipts": 1}', 'the receipt goes');
select tests.move_clock('2 hours');
select cogo.tick_routes();
select cogo.forget_routes();
select is((select count(*) from cogo.route_lists where retired_at is not null), 0::bigint, 'then its list');
select tests.lives_clean();
select * from finish();
