select plan(18);

select tests.as_operator();
select tests.fix_random(0.5);
create function pg_temp.asked(start boolean) returns setof text language plpgsql as $$
declare
  held record;
begin
  select * into held from tests.hold(start => asked.start);
  return next is((select outcome from api.cancel_jobs(array[held.job_id], reason => 'changed my mind')), 'cancel_requested', 'the wish is noted');
  return next is((select outcome from api.cancel_jobs(array[held.job_id])), 'cancel_requested', 'a repeat answers alike');
  return next is((api.get_job(held.job_id) ->> 'cancel_requested')::boolean, true, 'get_job tells it');
  return next is((select cancelled from api.renew_claims(array[held.fence])), array[held.job_id], 'the renewal tells the worker');
  return next is((select outcome from api.release_jobs(tests.item(held.job_id, held.fence))), 'cancelled', 'the worker gives it back');
  return next is((select outcome from api.release_jobs(tests.item(held.job_id, held.fence))), 'cancelled', 'a repeat answers alike');
  return next is(tests.state(held.job_id), 'cancelled', 'the state');
  return next is((api.get_job(held.job_id) ->> 'cancel_requested')::boolean, false, 'the wish has come true');
  return next is(tests.history(held.job_id), case when asked.start then 'enqueued claimed started cancelled' else 'enqueued claimed cancelled' end, 'the events');
end;
$$;
select pg_temp.asked(start => false);
select pg_temp.asked(start => true);

select * from finish();
