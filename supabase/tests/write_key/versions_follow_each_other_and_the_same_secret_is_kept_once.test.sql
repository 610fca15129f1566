select plan(14);
select tests.open_vault();
select is(cogo.plan_key(null, 'openai', '*', '*', '*', 'api_key', 'default', 'production') ->> 'version', '1', 'the first is version 1');
select is(cogo.write_key(tests.sealed(1), 'active', null, 'tester') ->> 'outcome', 'written', 'it is kept');
select is(cogo.write_key(tests.sealed(1), 'active', null, 'tester') ->> 'outcome', 'there', 'twice is once');
select is(
  cogo.write_key(tests.sealed(1, '{"checksum": "\\xaa"}'), 'active', null, 'tester'), '{"outcome": "version_taken", "version": 2}',
  'another secret under a version that is taken is told the next one'
);
select is(cogo.write_key(tests.sealed(2), 'next', null, 'tester') #>> '{key,state}', 'next', 'a version can wait');
select is((select state from cogo.secure_keys where version = 1), 'active', 'and changes nothing for the one before');
select is(cogo.write_key(tests.sealed(3), 'active', 60, 'tester') #>> '{key,state}', 'active', 'or go ahead at once');
select results_eq(
  'select version, state from cogo.secure_keys order by version', $$ values (1, 'retiring'), (2, 'next'), (3, 'active') $$, 'one is active'
);
select tests.refuses($$ select cogo.write_key(tests.sealed(4), 'revoked', null, 't') $$, 'PT400', 'bad_argument', 'state');
select tests.refuses($$ select cogo.write_key(tests.sealed(4, '{"alg": "plain"}'), 'active', null, 't') $$, 'PT400', 'bad_argument', 'alg', 'plaintext is refused outside dev');
select tests.refuses($$ select cogo.write_key(tests.sealed(4, '{"env": "dev"}'), 'active', null, 't') $$, 'PT409', 'key_conflict', 'APP_ENV', 'a key of another environment');
select tests.refuses($$ select cogo.write_key(tests.sealed(4, '{"kek_id": "k9"}'), 'active', null, 't') $$, 'PT409', 'key_conflict', 'k9', 'a KEK nobody knows');
select tests.refuses($$ select cogo.write_key(tests.sealed(4, '{"expires_at": "2000-01-01T00:00:00Z"}'), 'active', null, 't') $$, 'PT400', 'bad_argument', 'expires_at');
select throws_ok(
  $$ insert into cogo.secure_keys select (jsonb_populate_record(null::cogo.secure_keys, to_jsonb(key) || '{"alg": "plain", "version": 9, "state": "next"}')).* from cogo.secure_keys as key limit 1 $$,
  '23514', null, 'even the table takes no plaintext outside dev'
);
select * from finish();
