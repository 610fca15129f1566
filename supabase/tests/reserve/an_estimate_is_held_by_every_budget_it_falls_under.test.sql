select plan(13);
select tests.as_owner();
select tests.freeze_clock('2026-03-31 23:30:00+00');
insert into cogo.budgets (scope, tenant_id, agent_id, project_id, period, limit_nano, created_at, changed_at) values
  ('organisation', null, null, null, 'total', 1000, now(), now()),
  ('tenant', '11111111-1111-1111-1111-111111111111', null, null, 'month', 500, now(), now()),
  ('agent', '11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', null, 'day', 100, now(), now()),
  ('project', '11111111-1111-1111-1111-111111111111', null, 'p', 'hour', null, now(), now());
create function pg_temp.reserve(nth integer, estimate bigint, attempt integer default 1, tenant uuid default '11111111-1111-1111-1111-111111111111')
returns jsonb language sql as $$
  select cogo.reserve(format('00000000-0000-0000-0000-%s', lpad(nth::text, 12, '0'))::uuid, attempt, tenant,
    'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 1, 1, null, estimate, null, null, cogo.now_() + interval '1 minute', cogo.now_())
$$;
create function pg_temp.held() returns table (scope text, opens text, reserved bigint) language sql as $$
  select budget.scope, to_char(account.opens_at at time zone 'UTC', 'MM-DD HH24'), account.reserved_nano
  from cogo.budget_windows as account join cogo.budgets as budget using (budget_id) order by budget.depth, account.window_id
$$;
select set_config('request.jwt.claims', '{"role": "service_role", "project_id": "p"}', true);
select is(pg_temp.reserve(1, 60), '{"outcome": "reserved", "remaining_nano": 40}', 'the least that is left is told');
select results_eq('select * from pg_temp.held()', $$ values ('agent', '03-31 00', 60::bigint), ('project', '03-31 23', 60), ('tenant', '03-01 00', 60), ('organisation', null, 60) $$, 'all hold it');
select is(pg_temp.reserve(2, 41) - 'budget_id', '{"outcome": "budget_exceeded", "scope": "agent", "remaining_nano": 40, "resets_at": "2026-04-01T00:00:00+00:00"}', 'the leaf refuses');
select is(pg_temp.reserve(2, 0) ->> 'outcome', 'reserved', 'what costs nothing needs no room');
select is(pg_temp.reserve(3, 40, 1, '22222222-2222-2222-2222-222222222222'), '{"outcome": "reserved", "remaining_nano": 900}', 'another tenant is held by the organisation alone');
select throws_ok('select pg_temp.reserve(1, 1)', '23505', null, 'one attempt reserves once');
select tests.refuses('select pg_temp.reserve(4, -1)', 'PT400', 'bad_argument', 'estimate_nano');
select tests.refuses('select pg_temp.reserve(4, null)', 'PT400', 'bad_argument', 'estimate_nano');
select is(cogo.free_reservation('00000000-0000-0000-0000-000000000001', 1), true, 'an unopened one is given back');
select is(cogo.free_reservation('00000000-0000-0000-0000-000000000001', 1), false, 'once');
select tests.move_clock('1 hour');
select pg_temp.reserve(1, 70, 2);
select is((select string_agg(scope || reserved, ' ') from pg_temp.held()), 'agent70 project70 tenant70 organisation110', 'later attempts belong to the windows of the first');
select is(pg_temp.reserve(5, 100), '{"outcome": "reserved", "remaining_nano": 0}', 'a new day begins at zero');
select is((select string_agg(scope || reserved, ' ') from pg_temp.held()), 'agent70 agent100 project70 project100 tenant70 tenant100 organisation210', 'beside the old one');
select * from finish();
