select plan(9);
select tests.freeze_clock('2030-01-01 12:00:30');
select is(api.metrics_routing() -> 'setup', '{"has_models": false, "keyed_providers": []}', 'nothing is set up yet');
select tests.route_provider('alpha', 'bearer'), tests.route_provider('local');
select tests.route_model('alpha', 'big', 2), tests.route_model('local', 'small', 1), tests.route_model('local', 'vectors', 1, '{"service": "embeddings"}');
select cogo.tick_routes();
select tests.routes($$'chat', 100, 100$$, 14), tests.routes($$'embeddings', 100$$, 1);
select cogo.note_outcome(model.model_id, null, told.status, 200, null, told.ms, null, cogo.now_())
from cogo.llm_models as model, (values ('succeeded', 100), ('succeeded', 300), ('failed', null), ('failed', null)) as told (status, ms)
where model.model <> 'big';
select cogo.tick_routes();

select is(api.metrics_routing() -> 'setup', '{"has_models": true, "keyed_providers": ["alpha"]}', 'models, and who has a key');
select is((api.metrics_routing() #> '{policies,0}') - array['policy_id', 'live_at'], '{"name": "default", "version": 1, "algorithm": "v2", "state": "live"}', 'the policy that serves');
select is((api.metrics_routing() #> '{providers,0}') - 'models', '{
  "provider": "local", "state": "closed", "calls": 8, "errors": 4, "throttled": 0, "error_rate": 0.5, "first_token_ms": 200
}', 'a provider''s models together');
select is(jsonb_array_length(api.metrics_routing() -> 'decisions'), 12, 'the last twelve decisions');
select is(
  (select jsonb_agg(line #>> '{asked,service}') from jsonb_array_elements(api.metrics_routing('embeddings') -> 'decisions') as line),
  '["embeddings"]', 'of one service'
);
select is(api.metrics_routing('embeddings') #> '{providers,0,calls}', '4', 'its models alone');
select tests.as_agent('11111111-1111-4111-8111-111111111111', 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa');
select is(api.metrics_routing() -> 'decisions', '[]', 'an agent sees its tenant''s decisions');
select tests.as_owner();
select tests.refuses($$select api.metrics_routing('poems')$$, 'PT400', 'bad_argument', 'service');
select * from finish();
