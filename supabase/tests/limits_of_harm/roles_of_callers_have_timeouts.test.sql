select plan(5);

alter role anon reset all;
alter role authenticated reset all;
select is((select count(*) from cogo.set_role_limits()), 6::bigint, 'what is missing is set');
select ok(
  (select rolconfig @> '{statement_timeout=3s,lock_timeout=2s,idle_in_transaction_session_timeout=10s}' from pg_roles where rolname = 'anon'),
  'anon has 3 s a statement'
);
select ok(
  (select rolconfig @> '{statement_timeout=8s,lock_timeout=5s,idle_in_transaction_session_timeout=15s}' from pg_roles where rolname = 'authenticated'),
  'authenticated has 8 s a statement'
);

alter role authenticated set statement_timeout = '2s';
select is_empty($$ select * from cogo.set_role_limits() $$, 'what is set already stays');

set local role authenticated;
select throws_ok($$ select * from cogo.set_role_limits() $$, '42501', null, 'callers do not set their own limits');
reset role;

select * from finish();
