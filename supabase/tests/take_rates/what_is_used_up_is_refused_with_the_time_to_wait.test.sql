select plan(14);
select tests.as_owner();
select tests.freeze_clock('2026-03-31 23:30:00+00');
create function pg_temp.take(tokens bigint default 10, agent uuid default 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', tenant uuid default '11111111-1111-1111-1111-111111111111')
returns jsonb language sql as $$ select cogo.take_rates(tenant, agent, tokens, cogo.now_()) $$;
select is(pg_temp.take(), null, 'without rows all is admitted');
insert into cogo.rate_limits (scope, tenant_id, agent_id, unit, max_count, per_seconds, changed_at) values
  ('tenant', null, null, 'requests', 3, 60, now()),
  ('tenant', '22222222-2222-2222-2222-222222222222', null, 'requests', 1, 60, now()),
  ('agent', null, null, 'tokens', 100, 10, now());
select is(jsonb_agg(pg_temp.take()), '[null, null, null]', 'up to the limit all is admitted') from generate_series(1, 3);
select is(pg_temp.take(), '{"limit": "requests per 60 s of the tenant", "retry_after_ms": 20000}', 'one more waits for its refill');
select is((select full_at_ns / 1000000000 - extract(epoch from cogo.now_())::bigint from cogo.rate_states as rate join cogo.rate_limits as known using (limit_id) where unit = 'tokens'), 3::bigint, 'and its tokens are given back');
select is(pg_temp.take(tenant => '22222222-2222-2222-2222-222222222222'), null, 'another tenant has its own');
select is(pg_temp.take(tenant => '22222222-2222-2222-2222-222222222222') ->> 'retry_after_ms', '60000', 'and the row that names it rules');
select tests.move_clock('20 seconds');
select is(pg_temp.take(), null, 'after the wait there is room');
select is(pg_temp.take() ->> 'retry_after_ms', '20000', 'for one');
select is(pg_temp.take(101), '{"limit": "tokens per 10 s of the agent", "retry_after_ms": null}', 'what can never fit is told so');
select tests.move_clock('1 hour');
select pg_temp.take(0) from generate_series(1, 3);
select tests.move_clock('-1 hour');
select is(pg_temp.take() ->> 'retry_after_ms' is not null, true, 'a clock that goes back refills nothing');
select tests.move_clock('20 seconds');
select is(pg_temp.take(), null, 'and locks nobody out');
select is(pg_temp.take() ->> 'retry_after_ms', '20000', 'nor doubles what is left');
update cogo.rate_limits set max_count = 0 where unit = 'tokens';
select is(pg_temp.take(0), '{"limit": "tokens per 10 s of the agent", "retry_after_ms": null}', 'a limit of 0 admits nothing');
select is(pg_temp.take(-5) ->> 'retry_after_ms', null, 'negative tokens are none');
select * from finish();
