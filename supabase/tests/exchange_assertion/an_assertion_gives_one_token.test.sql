select plan(15);

select tests.as_operator();
select api.create_tenant('One', '11111111-1111-1111-1111-111111111111');
select api.create_agent('Mail', '{jobs:read}', '11111111-1111-1111-1111-111111111111', agent_id => 'dddddddd-0000-0000-0000-000000000001');
create temporary table added on commit drop as
  select api.add_agent_key('dddddddd-0000-0000-0000-000000000001', '{"kty": "EC", "crv": "P-256", "x": "x", "y": "y", "kid": "k"}') as key;
create function pg_temp.exchange(jti text, scopes text[] default null, key uuid default null) returns jsonb
language sql as $$ select cogo.exchange_assertion(coalesce(key, (select (added.key ->> 'key_id')::uuid from added)), jti, cogo.now_() + interval '1 minute', scopes) $$;

select is(cogo.find_agent_key('dddddddd-0000-0000-0000-000000000001', 'k') #>> '{jwk,kid}', 'k', 'the key is found by agent and kid');
select is(cogo.find_agent_key('dddddddd-0000-0000-0000-000000000002', 'k'), null, 'not for another agent');
select is(pg_temp.exchange('a') -> 'scopes', '["jobs:read"]', 'an assertion gives claims');
select tests.refuses($$select pg_temp.exchange('a')$$, 'PT401', 'invalid_credential', 'credential', 'once');
select lives_ok($$select pg_temp.exchange('b', '{}')$$, 'the next one again');
select tests.refuses($$select pg_temp.exchange('c', '{jobs:write}')$$, 'PT403', 'insufficient_scope', 'jobs:write');
select tests.refuses($$select pg_temp.exchange('d', null, '99999999-9999-9999-9999-999999999999')$$, 'PT401', 'invalid_credential', 'credential');
select tests.move_clock(interval '1 hour');
select pg_temp.exchange('e');
select tests.as_owner();
select is((select count(*)::integer from cogo.used_assertions), 1, 'what has expired is dropped on the way');
select tests.as_operator();
select tests.refuses($$select api.add_agent_key('dddddddd-0000-0000-0000-000000000001', '{"kty": "EC", "crv": "P-256", "kid": "k"}')$$, 'PT409', 'access_conflict', 'kid');
select tests.refuses($$select api.add_agent_key('dddddddd-0000-0000-0000-000000000001', '{"kty": "EC", "crv": "P-256", "kid": "l", "d": "x"}')$$, 'PT400', 'bad_argument', 'jwk', 'a private key is not taken');
select tests.refuses($$select api.add_agent_key('dddddddd-0000-0000-0000-000000000001', '{"kty": "oct", "kid": "l"}')$$, 'PT400', 'bad_argument', 'jwk');
select tests.refuses($$select api.add_agent_key('dddddddd-0000-0000-0000-000000000001', null)$$, 'PT400', 'bad_argument', 'jwk');
select isnt(api.revoke_agent_key((select (key ->> 'key_id')::uuid from added)) ->> 'revoked_at', null);
select tests.refuses($$select pg_temp.exchange('f')$$, 'PT401', 'invalid_credential', 'credential', 'a revoked key gives nothing');
select tests.refuses($$select api.revoke_agent_key('99999999-9999-9999-9999-999999999999')$$, 'PT404', 'access_not_found', '9999');

select * from finish();
