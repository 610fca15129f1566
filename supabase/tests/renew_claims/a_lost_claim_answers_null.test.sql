select plan(5);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold();
select tests.move_clock('2 minutes');
select isnt(
  (select lease_expires_at from hold, api.renew_claims(array[hold.fence])), null,
  'late, but nobody has swept it: the lease goes on'
);
select tests.move_clock('2 minutes');
select cogo.sweep();
select is((select lease_expires_at from hold, api.renew_claims(array[hold.fence])), null, 'swept: it is lost');
select results_eq(
  $$ select fence, lease_expires_at from api.renew_claims(array[999998, null, 999999]::bigint[]) $$,
  $$ values (999998::bigint, null::timestamptz), (null, null), (999999, null) $$,
  'fences that nobody has are lost ones, in the order given'
);
select tests.refuses($$ select api.renew_claims(null) $$, 'PT400', 'bad_argument', 'fences');
select tests.refuses($$ select api.renew_claims(array(select generate_series(1, 1001)::bigint)) $$, 'PT400', 'bad_argument', 'fences');

select * from finish();
