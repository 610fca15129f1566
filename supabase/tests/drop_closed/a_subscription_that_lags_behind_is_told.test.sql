-- commits: a number is settled when its transaction has ended
begin;
select plan(4);
select tests.as_operator();
select api.subscribe('jobs', '{>}');
select api.subscribe('messages', '{tenant.*.agent.a.b.c}');
create temporary table hold as select * from tests.hold();
select count(*) from hold, api.complete(array[hold.job_id], array[hold.fence]);
select tests.as_owner();
create function pg_temp.missed() returns text language sql as $$
  select string_agg(concat(one ->> 'name', ' ', one ->> 'may_have_missed'), ', ' order by one ->> 'name') from jsonb_array_elements(api.list_subscriptions()) as one $$;
select is(pg_temp.missed(), 'jobs false, messages false', 'nothing has gone yet');
select is(tests.retain('8 days') ->> 'jobs', '1', 'a job goes at its age');
select is(pg_temp.missed(), 'jobs true, messages false', 'who wants events of jobs and had not read them is told');
commit;
begin;
select cogo.settled_events();
commit;
begin;
select tests.as_operator();
select api.poll_subscription('jobs', 'c');
select tests.as_owner();
select is(pg_temp.missed(), 'jobs false, messages false', 'until it has caught up');
select * from finish();
commit;
