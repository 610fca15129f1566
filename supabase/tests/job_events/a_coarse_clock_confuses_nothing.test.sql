select plan(5);

-- A clock that stands still, as a clock of milliseconds does between two quick calls.
create or replace function cogo.now_() returns timestamptz language plpgsql volatile set search_path = '' as
  'begin return ''2026-11-23T12:00:00Z''::timestamptz; end';
select tests.fix_random(0.5);
select tests.as_operator();
create temporary table seen (nth integer, job_id bigint, fence bigint) on commit drop;
insert into seen select 1, * from tests.hold();
select count(*) from seen, api.release_jobs(tests.item(seen.job_id, seen.fence));
insert into seen select 2, job_id, fence from api.claim_jobs('second', 1, start => true);
select count(*) from seen, api.fail_jobs(tests.item(seen.job_id, seen.fence, '{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": 0}')) where nth = 2;
insert into seen select 3, job_id, fence from api.claim_jobs('third', 1, start => true);
select count(*) from seen, api.complete(array[seen.job_id], array[seen.fence]) where nth = 3;

create temporary table told on commit drop as
  select event.* from (select distinct job_id from seen) as job, api.job_events(job.job_id) as event;
select is(
  (select string_agg(substr(type, 5), ' ' order by id) from told),
  'enqueued claimed started released claimed started retried claimed started succeeded', 'each transition once, ids in order'
);
select is((select count(distinct id) from told), 10::bigint, 'no id stands twice');
select results_eq(
  $$ select (payload ->> 'fence')::bigint - (select min(fence) from seen) from told where type <> 'job_enqueued' order by id $$,
  $$ values (0::bigint), (0), (0), (1), (1), (1), (2), (2), (2) $$, 'each under its own fence'
);
select results_eq(
  $$ select actor ->> 'agent' from told where type = 'job_claimed' order by id $$, array['worker', 'second', 'third'], 'by its own worker'
);

select results_eq(
  $$ select actor ->> 'agent', payload ? 'fence' from told where type = 'job_enqueued' $$, $$ values ('cogo', false) $$,
  'what comes before any claim has none'
);

select * from finish();
