select plan(16);
select tests.freeze_clock('2030-01-01');
select tests.route_provider('demo');
select tests.route_model('demo', 'demo');
select tests.as_operator();
select api.set_budget(1000000000000, tenant_id => '11111111-1111-1111-1111-111111111111');
create temporary table made as select api.select_route('chat', 100, tenant_id => '11111111-1111-1111-1111-111111111111', max_output_tokens => 10) as answer
from generate_series(1, 3);
select api.settle_route((answer ->> 'decision_id')::uuid, 1, '{"input_tokens": 1000000, "output_tokens": 0}') from made limit 2;
select api.draw_budget_lease(60, 300, 'ffffffff-ffff-ffff-ffff-ffffffffffff', '11111111-1111-1111-1111-111111111111');
select api.return_budget_lease('ffffffff-ffff-ffff-ffff-ffffffffffff', 25, '11111111-1111-1111-1111-111111111111');
select tests.as_owner();

select is(cogo.drop_receipts(), '{"receipts": 0}', 'what is young stays');
select tests.move_clock('91 days');
select is(cogo.drop_receipts(), '{"receipts": 0}', 'nothing goes that no counter has seen, or that is open');
select cogo.tend_money();
-- As if counted: the fold waits for this very transaction.
insert into cogo.call_folds (decision_id) values (cogo.uuid_v7(cogo.now_(), 0));
create temporary table before as select tests.accounts() as accounts;
select is(cogo.drop_receipts(1), '{"receipts": 1}', 'a round is bounded');
select is(cogo.drop_receipts(), '{"receipts": 3}', 'then the rest goes, a lease whose id tells no time among it');
select is(cogo.drop_receipts(), '{"receipts": 0}', 'once');
select is((select count(*) from cogo.routing_decisions), 0::bigint, 'no decision is left');
select is((select count(*) from cogo.reservations), 0::bigint, 'no reservation');
select is((select count(*) from cogo.routing_outcomes), 0::bigint, 'no outcome');
select is((select dropped_decisions from cogo.receipt_retention), 3::bigint, 'it is told how many went');
select is(tests.accounts(), (select accounts from before), 'accounts keep what was spent');
select isnt((select sum(cost_nano) from cogo.usage_counters), 0::numeric, 'counters too');
select tests.lives_clean();
select tests.refuses(
  format('select api.explain_route(%L)', (select answer ->> 'decision_id' from made limit 1)), 'PT404', 'decision_not_found', 'Cannot find', 'a receipt that is gone is not there'
);
select tests.refuses('select cogo.drop_receipts(0)', 'PT400', 'bad_argument', 'row_limit');
select tests.verify_tells('update cogo.dropped_spend set cost_nano = cost_nano + 1', 'an account has spent and owes what its outcomes cost', 'a bill that was forgotten');
select tests.verify_tells('update cogo.receipt_retention set dropped_nano = 0', 'usage counters have what is counted', 'a cost that was forgotten');
select * from finish();
