select plan(15);
select tests.route_provider('alpha'), tests.route_provider('beta');
select tests.route_model('alpha', 'strong', 9, '{"quality": 0.95, "family": "strong"}'), tests.route_model('beta', 'strong-v1', 9, '{"quality": 0.95, "family": "strong"}'),
  tests.route_model('alpha', 'weak', 1, '{"quality": 0.1}'), tests.route_model('alpha', 'off', 1, '{"enabled": false}'),
  tests.route_model('beta', 'forbidden', 1, '{"quality": 1}'), tests.route_model('beta', 'short', 1, '{"context_tokens": 1000}');
select api.publish_policy((api.create_policy('first', '{"deny": ["beta/forbidden"], "aliases": {"good": "alpha/weak", "best": "beta/forbidden"}}') ->> 'policy_id')::bigint, 'live');
select is(tests.routes($$'chat', 5000, intended_model => 'alpha/weak'$$, 30), '{"weak": 30}', 'provider/model: that one, always');
select is(tests.routes($$'chat', 5000, intended_model => 'weak'$$, 5), '{"weak": 5}', 'the model''s name alone');
select is(tests.routes($$'chat', 5000, intended_model => 'good'$$, 5), '{"weak": 5}', 'an alias of the policy');
select is(tests.routes($$'chat', 5000, intended_model => 'strong'$$, 30) - array['strong', 'strong-v1'], '{}', 'a family: whoever serves it');
select ok(not api.select_route('chat', 5000, intended_model => 'weak') ? 'degraded', 'nothing is said of a model that was had');
select is(api.select_route('chat', 5000, intended_model => 'weak') #>> '{attempts,1,model}' is not null, true, 'others follow if it fails');

create function pg_temp.why(name text, context integer default 5000) returns text language sql as
  $$ select route ->> 'model' || ': ' || (route #>> '{degraded,reason}') from api.select_route('chat', context, intended_model => name, critical => true, cost_sensitivity => 0) as route $$;
select matches(pg_temp.why('nobody'), '^strong.*: unknown_model$', 'an unknown one degrades to the best and is told');
select matches(pg_temp.why('alpha/*'), 'unknown_model$', 'a wildcard is no name');
select matches(pg_temp.why('%'), 'unknown_model$', 'of no kind');
select matches(pg_temp.why('off'), 'disabled$', 'switched off');
select matches(pg_temp.why('forbidden'), 'not_allowed$', 'not allowed by the policy');
select matches(pg_temp.why('best'), 'not_allowed$', 'not through an alias either');
select matches(pg_temp.why('short'), 'context$', 'too small');
select is(
  (select count(*) from cogo.routing_decisions as decision join cogo.llm_models as model on model.model_id = any (decision.candidates)
    where model.model in ('forbidden', 'off')), 0::bigint, 'what is forbidden was never even a candidate'
);
select is(
  api.select_route('chat', 500000, intended_model => 'weak') #>> '{refused,intended_refused}', 'context', 'a refusal says why the intended one was, too'
);
select * from finish();
