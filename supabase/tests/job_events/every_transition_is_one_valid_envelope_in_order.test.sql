select plan(9);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table seen (job_id bigint, fence bigint) on commit drop;
-- One job through each transition there is.
insert into seen select * from tests.hold('{"type": "demo.a", "max_attempts": 3, "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}', start => false);
select count(*) from seen, api.start_jobs(tests.item(seen.job_id, seen.fence));
select count(*) from seen, api.fail_jobs(tests.item(seen.job_id, seen.fence, '{"error": {"class": "transient", "message": "x"}, "retry_in_seconds": 1}'));
select tests.move_clock('2 seconds');
create function pg_temp.claims(start boolean) returns void language sql as $$
  update seen set fence = claim.fence from api.claim_jobs('worker 2', 1, start => start) as claim where claim.job_id = seen.job_id
$$;
select pg_temp.claims(true);
select count(*) from seen, api.release_jobs(tests.item(seen.job_id, seen.fence));
select pg_temp.claims(false);
select tests.move_clock('2 minutes');
select cogo.sweep();
select pg_temp.claims(true);
select count(*) from seen, api.fail_jobs(tests.item(seen.job_id, seen.fence, '{"error": {"class": "transient", "message": "last"}}'));
create temporary table dead on commit drop as select job_id from seen;
insert into seen select * from tests.hold('{"type": "demo.cancelled"}');
select count(*) from seen, api.cancel_jobs(array[seen.job_id], true, 'enough');
insert into seen select * from tests.hold('{"type": "demo.done"}');
select count(*) from seen, api.complete(array[seen.job_id], array[seen.fence]);

select is(
  (select tests.history(job_id) from dead),
  'enqueued claimed started retried claimed started released claimed lease_expired claimed started failed dead_lettered',
  'all transitions, once each, in order'
);
create temporary table told on commit drop as
  select seen.job_id, event.* from seen, api.job_events(seen.job_id) as event;
select is((select count(distinct type) from told), 10::bigint, 'all ten types are there');
select tests.as_owner();
select is_empty(
  $$ select told.type, violation.* from told, cogo.message_violations(to_jsonb(told) - 'job_id') as violation $$,
  'each is a valid message'
);
select is((select array_agg(id order by ts, id) from told), (select array_agg(id order by id) from told), 'ids are ordered as time is');
select is((select count(distinct id) from told), (select count(*) from told), 'no id stands twice');
select ok((select bool_and(trace_id = '0af7651916cd43dd8448eb211c80319c') from told join dead using (job_id)), 'the trace goes on');
select ok(
  (select bool_and(told.cause = named.id and told.correlation_id = named.id) from told join cogo.job_states as named using (job_id)),
  'cause and correlation are the job'
);
select is((select payload -> 'error' ->> 'message' from told where type = 'job_dead_lettered'), 'last', 'an ending tells its error');
select is((select actor ->> 'agent' from told where type = 'job_released'), 'worker 2', 'and who did it');

select * from finish();
