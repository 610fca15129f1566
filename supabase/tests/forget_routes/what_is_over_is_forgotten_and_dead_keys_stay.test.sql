select plan(5);
select tests.freeze_clock('2030-01-01');
insert into cogo.key_health (key_id, state, until, http_status, changed_at) values
  (tests.decision(1), 'throttled', cogo.now_() + interval '1 minute', 429, cogo.now_()), (tests.decision(2), 'dead', null, 401, cogo.now_());
insert into cogo.route_sessions (session_key, model_id, used_at) values (tests.decision(1), 1, cogo.now_());
insert into cogo.provider_health_minutes (model_id, minute, calls, errors, throttled, first_token_ms_sum, first_tokens) values (1, cogo.now_(), 1, 0, 0, 0, 0);
select tests.move_clock('1 day');
select is(cogo.forget_routes(), '{"sessions": 0, "minutes": 0, "keys": 0, "lists": 0, "snapshots": 0}', 'a day is kept');
select tests.move_clock('2 minutes');
select is(cogo.forget_routes(), '{"sessions": 1, "minutes": 0, "keys": 1, "lists": 0, "snapshots": 0}', 'sessions and throttled keys no longer');
select is((select array_agg(state) from cogo.key_health), '{dead}', 'a dead key stays dead');
select tests.move_clock('6 days');
select is(cogo.forget_routes(), '{"sessions": 0, "minutes": 1, "keys": 0, "lists": 0, "snapshots": 0}', 'minutes are kept for a week');
select is(cogo.forget_routes(), '{"sessions": 0, "minutes": 0, "keys": 0, "lists": 0, "snapshots": 0}', 'once');
select * from finish();
