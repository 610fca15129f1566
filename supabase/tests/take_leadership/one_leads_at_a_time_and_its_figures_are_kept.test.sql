select plan(13);

select tests.as_operator();
select is((select fence from cogo.take_leadership('x', 'one', 10)), 1::bigint, 'the first term');
select isnt(cogo.renew_leadership('x', 'one', 1), null, 'is renewed');
select is(cogo.renew_leadership('x', 'one', 2), null, 'not under another fence');
select is(cogo.renew_leadership('x', 'two', 1), null, 'nor by another holder');
select is((select fence from cogo.take_leadership('x', 'one', 10)), 2::bigint, 'the same name taking it again is a new process: a new term');
select is(cogo.release_leadership('x', 'one', 1), false, 'an old term releases nothing');
select is(cogo.release_leadership('x', 'one', 2), true, 'the last one does');
select is((select fence from cogo.take_leadership('x', 'two', 10)), 3::bigint, 'and the next need not wait');
select tests.move_clock('25 seconds');
select is((select fence from cogo.take_leadership('x', 'three', 10)), 4::bigint, 'a lease that ran out is taken');
select is(
  (select (leader ->> 'terms', leader ->> 'renewals', leader ->> 'lost_leases', (leader ->> 'longest_gap_seconds')::numeric between 15 and 16)::text
   from jsonb_array_elements(api.scheduler_status() -> 'leaders') as leader),
  '(4,1,2,t)', 'terms, renewals, lost leases and the longest gap are told'
);
select tests.move_clock('-1 hour');
select is(
  (select is_leader from cogo.take_leadership('x', 'four', 10)), true,
  'a lease from before the clock went back keeps nobody out for an hour'
);
select tests.refuses($$ select cogo.take_leadership('x', null) $$, 'PT400', 'bad_argument', 'holder');
select tests.refuses($$ select cogo.take_leadership('x', 'one', 1) $$, 'PT400', 'bad_argument', 'lease_seconds');

select * from finish();
