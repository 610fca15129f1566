-- commits: rows are sealed once their transaction has ended
select plan(6);
begin;
select tests.keep_key();
select is(cogo.seal_audit(), 0, 'what this transaction wrote is not sealed by it');
commit;
select is(cogo.seal_audit(), 3, 'the next one seals it');
select cogo.open_key('00000000-0000-4000-8000-00000000000b', 'openai', '*', '*', '*', 'api_key', 'default', 'production', null, 'a test', 't');
select is((cogo.tend_keys() ->> 'sealed')::integer, 1, 'and the clock the rest');
select is((select count(*) from cogo.secure_keys_heads), 2::bigint, 'each tenant has its own chain');
select is(cogo.verify_audit(), '[]', 'which holds');
-- After a restore into another cluster the numbers of transactions begin anew.
update cogo.audit_cursor set xid = '9223372036854775807';
select cogo.audit_key('kek', null, 't', cogo.now_(), 'late');
select is(cogo.seal_audit(), 1, 'a cursor from another cluster stops nothing');
select * from finish();
