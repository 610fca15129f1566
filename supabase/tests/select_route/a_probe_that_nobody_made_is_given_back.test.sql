select plan(6);
select tests.freeze_clock('2030-01-01'), tests.seed_random(0.5);
select tests.route_provider('alpha', 'bearer'), tests.route_provider('local');
select tests.route_model('local', 'good', 1, '{"quality": 0.4}'), tests.route_model('alpha', 'ill', 50, '{"quality": 0.9}');
insert into cogo.provider_health (model_id, state, retry_at, share, changed_at) select model_id, 'open', cogo.now_(), 10, cogo.now_() from cogo.llm_models where model = 'ill';
select cogo.tick_routes();
create function pg_temp.passed() returns text language sql as $$
  select tests.routes($q$'chat', 1000, 1000$q$, 5);
  select string_agg(distinct context #>> '{passed,0,1}', ', ') from cogo.routing_decisions
$$;
create temp table made as select api.set_rate_limit('key', 'requests', 1, 60) ->> 'limit_id' as id;
select cogo.take_key_rates(key_id, 1, cogo.now_()) from cogo.secure_keys;
select is(pg_temp.passed(), 'key_rate', 'the rate of its key is used up');
select is((select probe_until from cogo.provider_health), null, 'so nobody probes it, and the next one may');
select api.remove_rate_limit(id::bigint) from made;
truncate cogo.routing_decisions;
select api.set_budget(60000000, tenant_id => cogo.default_tenant());
select is(pg_temp.passed(), 'budget', 'no budget has room for it');
select is((select probe_until from cogo.provider_health), null, 'and again the next one may');
update cogo.provider_health set probe_until = cogo.now_() + interval '1 minute';
truncate cogo.routing_decisions;
select is(pg_temp.passed(), 'breaker_open', 'while somebody does probe it');
select is((select probe_until from cogo.provider_health), cogo.now_() + interval '1 minute', 'it stays his');
select * from finish();
