-- breaks: the audit is damaged on purpose
select plan(8);
select tests.grant_for(tests.keep_key(), 1);
create function pg_temp.full() returns trigger language plpgsql as $$ begin raise exception 'disk full' using errcode = 'disk_full'; end $$;
create trigger full_disk before insert on cogo.secure_keys_audit for each row execute function pg_temp.full();
select throws_ok('select tests.open(1)', '53100', null, 'an audit that cannot be written');
select is((select state from cogo.reservations), 'reserved', 'opens nothing');
select throws_ok(
  $$ select cogo.open_key(null, 'openai', '*', '*', '*', 'api_key', 'default', 'production', null, 'a test', 'tester') $$,
  '53100', null, 'by fields neither'
);
select throws_ok($$ select cogo.revoke_key((select key_id from cogo.secure_keys), 'x', 'tester') $$, '53100', null, 'nor is a key changed unseen');
drop trigger full_disk on cogo.secure_keys_audit;

create temporary table opened on commit drop as select (tests.open(1) ->> 'opening')::bigint as opening;
alter table cogo.secure_keys_audit disable trigger user;
update cogo.secure_keys_audit set xid = '3';
update cogo.reservations set used_xid = '3';
select ok(cogo.read_key(opening) ? 'ciphertext', 'a later transaction would read it') from opened;
delete from cogo.secure_keys_audit where action = 'open';
select is(cogo.read_key(opening) #>> '{refused,details}', 'grant_refused', 'but not once its audit row is gone') from opened;
alter table cogo.secure_keys_audit enable trigger user;
select throws_ok('delete from cogo.secure_keys_audit', '42501', null, 'which honest hands cannot do');
select throws_ok('truncate cogo.secure_keys_audit', '42501', null, 'not even all at once');
select * from finish();
