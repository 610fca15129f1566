-- commits: what one transaction opens, the next one reads
select plan(10);
select tests.grant_for(tests.keep_key(), 1);
commit;

begin;
select ok(
  cogo.read_key((tests.open(1) ->> 'opening')::bigint) ? 'refused', 'the statement that opens a key does not get it'
);
select is(
  cogo.read_key((select max(audit_id) from cogo.secure_keys_audit where action = 'open')) #>> '{refused,message}',
  'Cannot open the key: its audit row is not committed', 'nor does another one of its transaction'
);
savepoint inner_one;
select tests.open(1);
release savepoint inner_one;
select is(
  cogo.read_key((select max(audit_id) from cogo.secure_keys_audit where action = 'open')) #>> '{refused,message}',
  'Cannot open the key: its audit row is not committed', 'nor does a savepoint help'
);
rollback;

select is((select count(*) from cogo.secure_keys_audit where action = 'open'), 0::bigint, 'a rolled-back opening leaves nothing');
select is((select state from cogo.reservations), 'reserved', 'and opens nothing');
select is(
  cogo.read_key((select max(audit_id) from cogo.secure_keys_audit)) #>> '{refused,details}', 'grant_refused',
  'another entry of the audit is no opening'
);
select is(cogo.read_key(999999) #>> '{refused,details}', 'grant_refused', 'nor is a number out of the air');
commit;

begin;
select ok(tests.open(1) ? 'opening', 'it opens');
commit;

begin;
select is(
  cogo.read_key((select max(audit_id) from cogo.secure_keys_audit)) ->> 'ciphertext', '0102', 'the next transaction reads it'
);
commit;

select tests.move_clock('31 seconds');
select is(
  cogo.read_key((select max(audit_id) from cogo.secure_keys_audit)) #>> '{refused,message}', 'Cannot open the key: the opening is too old',
  'and has half a minute for it'
);
select * from finish();
