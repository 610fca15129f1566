select plan(6);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold();
select tests.move_clock('40 seconds');
create temporary table renewed on commit drop as
  select renewal.* from hold, api.renew_claims(array[hold.fence]) as renewal;
select ok((select lease_expires_at between cogo.now_() + interval '59 seconds' and cogo.now_() + interval '60 seconds' from renewed), 'a full lease from now');
select is((select cancelled from renewed), '{}', 'nobody wishes a cancel');
select tests.move_clock('-30 seconds');
select is(
  (select renewal.lease_expires_at from hold, api.renew_claims(array[hold.fence]) as renewal),
  (select lease_expires_at from renewed), 'a renewal never shortens a lease'
);
select tests.move_clock('80 seconds');
select is((cogo.sweep() ->> 'expired')::integer, 0, 'past the first end the sweep leaves it alone');
select is((select tests.history(job_id) from hold), 'enqueued claimed started', 'renewals are no transitions');
select is_empty($$ select * from api.renew_claims('{}') $$, 'no fences, no rows');

select * from finish();
