select plan(17);

select tests.fix_random(0.5);
create temporary table hold (job_id bigint, fence bigint) on commit drop;
grant all on hold to public;
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
insert into hold select * from tests.hold();

create function pg_temp.tries(description text) returns setof text language plpgsql as $$
declare
  held hold;
begin
  select * into held from hold;
  return next is((select outcome from api.complete_jobs(tests.item(held.job_id, held.fence))), 'lease_lost', description || ' completes nothing');
  return next is((select outcome from api.complete(array[held.job_id], array[held.fence])), 'lease_lost', description || ' completes nothing fast');
  return next is((select outcome from api.start_jobs(tests.item(held.job_id, held.fence))), 'lease_lost', description || ' starts nothing');
  return next is((select outcome from api.release_jobs(tests.item(held.job_id, held.fence))), 'lease_lost', description || ' releases nothing');
  return next is(
    (select outcome from api.fail_jobs(tests.item(held.job_id, held.fence, '{"error": {"class": "permanent", "message": "x"}}'))),
    'lease_lost', description || ' fails nothing'
  );
  return next is((select lease_expires_at from api.renew_claims(array[held.fence])), null, description || ' renews nothing');
  return next is(
    api.work('thief', tests.item(held.job_id, held.fence, '{"outcome": "succeeded"}'), array[held.fence]) #>> '{finished,0,outcome}',
    'lease_lost', description || ' works nothing'
  );
end;
$$;
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select pg_temp.tries('another tenant');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a2');
select pg_temp.tries('another agent of the tenant');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is((select tests.state(job_id) from hold), 'running', 'the job runs on');
select is((select outcome from hold, api.complete(array[hold.job_id], array[hold.fence])), 'succeeded', 'for its own agent to complete');

select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is((select outcome from hold, api.complete(array[hold.job_id], array[hold.fence])), 'lease_lost', 'another tenant learns nothing of the end either');

select * from finish();
