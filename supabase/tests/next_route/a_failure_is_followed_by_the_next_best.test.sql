select plan(19);
select tests.freeze_clock('2030-01-01');
select tests.route_provider('alpha', 'bearer'), tests.route_provider('local');
select tests.route_model('alpha', 'best', 1, '{"quality": 0.9}'), tests.route_model('alpha', 'twin', 1, '{"quality": 0.4}'), tests.route_model('local', 'free', 0, '{"quality": 0}'),
  tests.route_model('local', 'tiny', 0, '{"quality": 1, "context_tokens": 100}');
select cogo.tick_routes();
create temp table asked as select api.select_route('chat', 1000, critical => true) as route;
create function pg_temp.fails(failure jsonb) returns jsonb language sql as $$ select api.next_route((select (route ->> 'decision_id')::uuid from asked), failure) $$;
select is((select route ->> 'model' from asked), 'best', 'the first');
create temp table second as select pg_temp.fails('{"attempt": 1, "http_status": 503}') as route;
select is((select (route ->> 'model') || (route ->> 'attempt') from second), 'twin2', 'then the next best');
select isnt((select route ->> 'grant' from second), (select route ->> 'grant' from asked), 'with a grant of its own');
select is((select array_agg(state order by attempt) from cogo.reservations), '{freed,reserved}', 'what was never opened is given back');
select is(pg_temp.fails('{"attempt": 1, "http_status": 503}') - array['grant', 'grant_expires_at', 'state', 'repeated', 'limits', 'attempts'],
  (select route - array['grant', 'grant_expires_at', 'limits', 'attempts'] from second), 'the same failure told twice is answered the same');
select is((select count(*) from cogo.outcome_notes), 1::bigint, 'and health hears of it once');
select tests.refuses($$select pg_temp.fails('{"attempt": 7}')$$, 'PT400', 'bad_argument', 'attempt');
select tests.refuses($$select pg_temp.fails('[]')$$, 'PT400', 'bad_argument', 'failure');
select tests.refuses($$select pg_temp.fails('{"base_url": "https://evil.example"}')$$, 'PT400', 'bad_argument', 'base_url');
select tests.refuses($$select pg_temp.fails('{"http_status": 42}')$$, 'PT400', 'bad_argument', 'http_status');
select is(pg_temp.fails('{"http_status": 429, "retry_after_ms": 60000}') ->> 'model', 'free', 'a throttled key is left: another provider, never one that was asked too much of');
select is(pg_temp.fails('{"http_status": 500}') #>> '{refused,rejected,attempts}', '3', 'three attempts and no more');
select is((select count(*) from cogo.reservations where state = 'reserved'), 0::bigint, 'nothing stays held');

update cogo.llm_models set enabled = false where model = 'free';
select cogo.tick_routes();
truncate asked; truncate cogo.outcome_notes; truncate cogo.key_health;
insert into asked select api.select_route('chat', 1000, critical => true);
select pg_temp.fails('{"http_status": 503}') is not null;
create temp table third as select pg_temp.fails('{"http_status": 503, "retry_after_ms": 5000}') as route;
select is((select route ->> 'model' || ' ' || (route ->> 'wait_ms') from third), 'twin 5000', 'when nobody else is left, the same once more, as late as it said');

truncate asked;
insert into asked select api.select_route('chat', 1000, critical => true);
select is(pg_temp.fails('{"http_status": 429, "retry_after_ms": 4000}') #>> '{refused,details}', 'rate_limited', 'a key that is throttled for all of them');
select is(pg_temp.fails('{"http_status": 429, "retry_after_ms": 4000}') #>> '{refused,retry_after_ms}', '4000', 'says when');
truncate asked; truncate cogo.outcome_notes;
insert into asked select api.select_route('chat', 1000, critical => true);
select is(pg_temp.fails('{"http_status": 401}') #>> '{refused,details}', 'no_candidate', 'a key that is dead leaves nobody');
select tests.refuses($$select api.next_route('01900000-0000-7000-8000-000000000000', '{}')$$, 'PT404', 'decision_not_found', 'decision');
select is((select array_agg(distinct model.model order by model.model) from cogo.reservations as held join cogo.llm_models as model using (model_id)), '{best,free,twin}', 'what was too small was never tried');
select * from finish();
