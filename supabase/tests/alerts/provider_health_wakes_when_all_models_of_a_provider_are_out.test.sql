select plan(6);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select tests.route_provider('acme'), tests.route_model('acme', 'a'), tests.route_model('acme', 'b');
insert into cogo.provider_health (model_id, state, retry_at, changed_at)
select model_id, case model when 'a' then 'open' else 'closed' end, cogo.now_() + interval '30 seconds', cogo.now_() from cogo.llm_models where provider = 'acme';
select is(tests.alert('provider_health', '1 minute', 3), '', 'one of two is what failover is for');
update cogo.provider_health set state = 'open', retry_at = cogo.now_() + interval '5 minutes';
select is(tests.alert('provider_health'), 'pending/critical', 'both are');
select is(tests.alert('provider_health', '1 minute'), 'firing/critical, told fired', 'a minute later somebody is woken');
select is((select message from cogo.alerts where slo = 'provider_health'), '2 of 2 models of acme answer no calls', 'and told whom it is about');
update cogo.provider_health set state = 'closed';
select is(tests.alert('provider_health', '1 minute', 6), ', told recovered', 'when they answer it is over');
update cogo.provider_health set state = 'open', retry_at = cogo.now_() - interval '1 hour', changed_at = cogo.now_() - interval '1 hour';
select is(tests.alert('provider_health', '1 minute', 3), '', 'a breaker that nobody probes tells of the past');
select * from finish();
