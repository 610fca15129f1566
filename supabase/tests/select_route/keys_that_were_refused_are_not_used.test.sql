select plan(11);
select tests.freeze_clock('2030-01-01'), tests.seed_random(0.5);
select tests.route_provider('alpha', 'bearer'), tests.route_provider('local');
select tests.route_model('alpha', 'keyed', 1, '{"quality": 0.9}'), tests.route_model('local', 'free', 1, '{"quality": 0.2}');
select cogo.tick_routes();
create function pg_temp.tell(http integer, retry_after_ms bigint default null) returns void language sql as $$
  select cogo.note_outcome((select model_id from cogo.llm_models where model = 'keyed'), (select key_id from cogo.secure_keys), 'failed', http, retry_after_ms, null, null, cogo.now_())
$$;
select is(tests.routes($$'chat', 100$$, 5), '{"keyed": 5}', 'a good key');
select pg_temp.tell(429, 30000);
select is(tests.routes($$'chat', 100$$, 5), '{"free": 5}', 'throttled: at once, without a tick');
select is(api.select_route('chat', 100, intended_model => 'keyed') #>> '{degraded,reason}', 'key_throttled', 'and it is told');
select cogo.tick_routes(), tests.move_clock('29 seconds');
select is(tests.routes($$'chat', 100$$, 5), '{"free": 5}', 'as long as Retry-After says');
select tests.move_clock('1 second'), cogo.tick_routes();
select is(tests.routes($$'chat', 100$$, 5), '{"keyed": 5}', 'and no longer');
select is((select count(*) from cogo.provider_health), 0::bigint, 'which is no mark against the model');
select pg_temp.tell(429, -5), pg_temp.tell(429, 9223372036854775807), cogo.tick_routes();
select is((select until from cogo.key_health), cogo.now_() + interval '1 hour', 'a huge Retry-After is an hour, a negative one ten seconds');
select tests.move_clock('61 minutes'), pg_temp.tell(401), cogo.tick_routes(), tests.move_clock('1 year'), cogo.tick_routes();
select is(tests.routes($$'chat', 100$$, 5), '{"free": 5}', 'a key that was refused stays dead');
select is(api.revive_key((select key_id from cogo.secure_keys)), true, 'until someone revives it');
select is(tests.routes($$'chat', 100$$, 5), '{"keyed": 5}', 'then it is used again');
update cogo.llm_models set enabled = false where model = 'free';
select cogo.tick_routes(), pg_temp.tell(429, 2000);
select is(api.select_route('chat', 100) #>> '{refused,retry_after_ms}', '2000', 'when nothing else is left, the refusal says when to come again');
select * from finish();
