select plan(10);
select tests.lay_model();
select tests.as_operator();
create function pg_temp.set(amount numeric, mode text default 'hard') returns jsonb language sql as $$
  select api.set_budget(amount, tenant_id => '11111111-1111-1111-1111-111111111111', mode => mode)
$$;
select pg_temp.set(100);
select tests.reserve(1, 80);
select is(tests.reserve(2, 80) ->> 'outcome', 'budget_exceeded', 'no room');
select is(pg_temp.set(200) ->> 'remaining_nano', '120', 'a higher limit makes room');
select is(tests.reserve(2, 80) ->> 'remaining_nano', '40', 'at once');
select is(pg_temp.set(50) ->> 'remaining_nano', '0', 'a lower limit takes nothing back');
select is(tests.reserve(3, 1) ->> 'outcome', 'budget_exceeded', 'but admits no more');
select api.settle_route(tests.decision(2), 1, '{"input_tokens": 80, "output_tokens": 0}');
select is(tests.accounts(), '80/80/0', 'and what runs is settled');
select is(pg_temp.set(50, 'warn') ->> 'mode', 'warn', 'a budget that warns');
select is(tests.reserve(3, 1000) ->> 'outcome', 'reserved', 'refuses nothing');
select is(api.remove_budget((api.list_budgets() #>> '{0,budget_id}')::bigint), true, 'it can go');
select is(api.settle_route(tests.decision(1), 1, '{"input_tokens": 80, "output_tokens": 0}') ->> 'cost_nano', '80', 'and what it held is settled all the same');
select * from finish();
