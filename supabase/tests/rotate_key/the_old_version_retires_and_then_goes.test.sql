select plan(11);
select tests.open_vault();
create temporary table made on commit drop as select tests.keep_key(1) as old, tests.keep_key(2, '{}', 'next') as new;
select tests.as_operator();
select tests.refuses($$ select api.rotate_key('00000000-0000-4000-8000-0000000000ff') $$, 'PT404', 'key_not_found', '000000ff');
select tests.refuses($$ select api.rotate_key('00000000-0000-4000-8000-0000000000ff', -1) $$, 'PT404', 'key_not_found', '000000ff');
select tests.as_owner();
select is(cogo.rotate_key(new, 60, 'tester') ->> 'state', 'active', 'the next one is active') from made;
select is(cogo.rotate_key(new, 60, 'tester') ->> 'state', 'active', 'twice is once') from made;
select is(state, 'retiring', 'the old one retires') from cogo.secure_keys, made where key_id = old;
select is(retires_at, changed_at + interval '60 seconds', 'at its time') from cogo.secure_keys, made where key_id = old;
select tests.refuses(format('select cogo.rotate_key(%L, null, %L)', old, 't'), 'PT409', 'key_conflict', 'retiring', 'back it does not go') from made;
select tests.move_clock('61 seconds');
select is(cogo.tend_keys() ->> 'retired', '1', 'the clock closes it');
select is(state, 'revoked', 'for good') from cogo.secure_keys, made where key_id = old;
select results_eq(
  'select action from cogo.secure_keys_audit where version is not null order by audit_id',
  $$ values ('write'), ('rotate'), ('write'), ('retire'), ('rotate'), ('revoke') $$, 'all of it is in the audit'
);
select is(
  (select string_agg(type, ' ' order by id) from cogo.messages where type like 'key.%'), 'key.rotated key.rotated key.revoked', 'and told as events'
);
select * from finish();
