select plan(10);
create function pg_temp.reason(answer jsonb) returns text language sql as $$ select substr(answer #>> '{refused,message}', 22) $$;
create temporary table made on commit drop as select tests.keep_key(1, '{"expires_at": "2100-01-01T00:00:00Z"}') as key_id;
select tests.grant_for(key_id, 1) from made;
select tests.grant_for(tests.keep_key(2, '{}', 'next'), 2);
select is(pg_temp.reason(tests.open(2)), 'the version is next', 'a staged version');
select cogo.rotate_key(key_id, 60, 'tester') from cogo.reservations where decision_id::text like '%2';
select ok(tests.open(1) ? 'opening', 'a retiring version stays open to the grants that hold it');
select ok(tests.open(2) ? 'opening', 'the new one is open');
select tests.move_clock('61 seconds');
update cogo.reservations set grant_expires_at = cogo.now_() + interval '1 minute';
select is(pg_temp.reason(tests.open(1)), 'the version is retired', 'until its overlap is over, even if no clock ticked');
select cogo.revoke_key(key_id, 'leaked', 'tester') from cogo.reservations where decision_id::text like '%2';
select is(pg_temp.reason(tests.open(2)), 'the version is revoked', 'a revoked version');
select throws_ok(
  $$ update cogo.secure_keys set state = 'active' where state = 'revoked' $$, '23514', null, 'and nothing brings it back'
);
select throws_ok('delete from cogo.secure_keys', '42501', null, 'or takes it away');

select tests.grant_for(tests.keep_key(3, jsonb_build_object('expires_at', cogo.now_() + interval '10 seconds')), 3);
select tests.move_clock('11 seconds');
select is(pg_temp.reason(tests.open(3)), 'the key has expired', 'an expired version');
update cogo.vault_settings set env = 'staging';
select is(pg_temp.reason(tests.open(3)), 'the key is of another environment', 'a key of another environment');
select tests.grant_for(gen_random_uuid(), 5);
select is(pg_temp.reason(tests.open(5)), 'the key is not there', 'a key that is not there');
select * from finish();
