select plan(4);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select cogo.set_slo('dead_letters', '{"for_seconds": 0}');
select tests.bury() from generate_series(1, 10);
select is(tests.alert('dead_letters'), 'firing/warning, told fired', 'ten fire');
create function pg_temp.discard(many integer) returns void language sql as $$
  update cogo.dead_letters set discarded_at = cogo.now_(), discarded_by = 'operator', discard_reason = 'x'
  where job_id in (select job_id from cogo.dead_letters where discarded_at is null limit many);
$$;
select pg_temp.discard(2);
select is(tests.alert('dead_letters', '1 minute', 8), 'firing/warning', 'eight are still so many');
select pg_temp.discard(1);
select is(tests.alert('dead_letters', '1 minute', 5), 'firing/warning', 'seven are fewer by a fifth: it calms down');
select is(tests.alert('dead_letters', '1 minute', 1), 'ok, told recovered', 'and after five minutes it is over');
select * from finish();
