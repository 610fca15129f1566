select plan(6);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select tests.keep_key(), tests.seal();
select is(tests.alert('audit'), 'ok', 'an audit that holds is no alert');
create function pg_temp.rename(actor text) returns void language plpgsql as $$
begin
  alter table cogo.secure_keys_audit disable trigger user;
  update cogo.secure_keys_audit set actor = rename.actor where action = 'write';
  alter table cogo.secure_keys_audit enable trigger user;
end $$;
select pg_temp.rename('nobody');
select is(tests.alert('audit'), 'firing/critical, told fired', 'a row that was changed wakes somebody');
select is((select message from cogo.alerts where slo = 'audit'), '1 audit rows or seals are not as they were sealed', 'it says how many');
select pg_temp.rename('tester');
select is(tests.alert('audit', '1 minute', 6), 'ok, told recovered', 'as it was it holds again');

-- Damage anywhere is met, however little is read at a time.
update cogo.alert_rounds set audit_id = 0, audit_found = 0;
select pg_temp.rename('nobody');
select is((select max(cogo.walk_audit(1)) from generate_series(1, 9)), 1, 'a walk of single rows comes by');
select pg_temp.rename('tester');
select cogo.walk_audit(100);
select is(cogo.walk_audit(100), 0, 'and forgets what was mended');
select * from finish();
