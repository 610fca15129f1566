select plan(22);

select tests.as_owner();
select tests.fix_random(0.5);
create temporary table made (name text primary key, job_id bigint) on commit drop;
insert into made select 'dead', tests.bury('{"type": "demo.a"}', '{"class": "permanent", "message": "broken"}');
insert into made select 'held', hold.job_id from tests.hold('{"type": "demo.a"}') as hold;
insert into made select 'assigned', hold.job_id from tests.hold('{"type": "demo.a"}', start => false) as hold;
insert into made select 'retry', hold.job_id from tests.hold('{"type": "demo.a"}') as hold;
select count(*) from made join cogo.held on held.job_id = made.job_id, lateral api.fail_jobs(tests.item(
  made.job_id, held.fence, '{"error": {"class": "transient", "message": "once more"}, "retry_in_seconds": 60}'
)) where made.name = 'retry';
insert into made select 'ready', job_id from api.enqueue_job('demo.a', priority => 'urgent');
insert into made select 'later', job_id from api.enqueue_job('demo.a', run_at => '2030-01-02T03:04:05Z');
insert into made select 'after', enqueued.job_id from api.enqueue_job('demo.a', after => (select array[made.job_id] from made where name = 'ready')) as enqueued;
create function pg_temp.told(name text) returns text language sql as $$
  select concat_ws(' | ', seen.state, seen.place, seen.attempt || ' of ' || seen.max_attempts, seen.last_error)
  from made join cogo.job_overview as seen on seen.id = made.job_id where made.name = told.name
$$;
select is(pg_temp.told('dead'), 'failed | closed | 1 of 5 | broken', 'a dead job');
select is(pg_temp.told('held'), 'running | with worker | 1 of 5', 'one at work');
select is(pg_temp.told('assigned'), 'assigned | with worker | 1 of 5', 'one that is assigned');
select matches(pg_temp.told('retry'), '^queued \| waits until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC \| 2 of 5 \| once more$', 'one to be tried again');
select is(pg_temp.told('ready'), 'queued | ready in its lane | 1 of 5', 'one that is ready');
select is(pg_temp.told('later'), 'queued | waits until 2030-01-02 03:04:05 UTC | 1 of 5', 'one for later');
select is(pg_temp.told('after'), 'queued | waits for other jobs | 1 of 5', 'one behind another');
select is(
  (select count(*) from cogo.job_overview as seen join cogo.job_states as standing on standing.job_id = seen.id where standing.state = seen.state),
  (select count(*) from cogo.jobs), 'each job once, in the state that the engine derives'
);
select is(
  (select (seen.public_id, seen.lane)::text from made join cogo.job_overview as seen on seen.id = made.job_id where name = 'ready'),
  (select (api.get_job(job_id) ->> 'id', 'cogo_default_urgent')::text from made where name = 'ready'), 'with its public id and its queue'
);

select is((select concat_ws(' | ', state, stage, error, attempt) from cogo.dead_letter_overview), 'open | exec | broken | 1', 'a dead letter');
select count(*) from made, api.redrive_dead_letter(made.job_id) where name = 'dead';
select is((select concat_ws(' | ', state, redriven_job_id is not null) from cogo.dead_letter_overview), 'redriven | t', 'one that was redriven');

select is(
  (select concat_ws(' | ', state, ready, held, waiting, blocked) from cogo.lane_overview where queue_name = 'cogo_default_normal'),
  'open | 1 | 2 | 2 | 1', 'a lane with what stands in it'
);
select api.pause('lane', 'default');
select is((select distinct state from cogo.lane_overview where executor = 'default'), 'paused', 'one that is paused');

select tests.schedule('nightly', '{"cron": "0 3 * * *"}');
select is(
  (select concat_ws(' | ', name, timing, starts, state, last_state) from cogo.schedule_overview),
  'nightly | 0 3 * * * (UTC) | job demo.a | due', 'a schedule that has not run'
);
select count(*) from api.run_schedule_now('nightly');
select is((select concat_ws(' | ', last_state, last_job_id is not null) from cogo.schedule_overview), 'started | t', 'and one that has');

select api.register_worker('worker', concurrency => 4, version => '1.2');
select is((select concat_ws(' | ', worker, executor, state, concurrency, version) from cogo.worker_overview), 'worker | default | live | 4 | 1.2', 'a worker');

insert into cogo.usage_counters
select cogo.default_tenant(), 0, date_trunc('hour', cogo.now_(), 'UTC') - n * interval '1 day', 2, 10, 3, 0, 5, 0, 1500000000
from generate_series(0, 40) as n;
select is((select count(*)::integer from cogo.spend_overview), 31, 'spend of 31 days');
select is(
  (select concat_ws(' | ', model, requests, input_tokens, output_tokens, cached_tokens, dollars) from cogo.spend_overview limit 1),
  '(budget leases) | 2 | 10 | 5 | 3 | 1.500000', 'in dollars'
);
delete from cogo.usage_counters;

select tests.route_provider('openai', 'bearer');
select is((select concat_ws(' | ', provider, state, condition, ends_with) from cogo.key_overview), 'openai | active | fine | …last', 'a key');
insert into cogo.key_health select key_id, 'dead', null, 401, cogo.now_() from cogo.secure_keys;
select is((select condition from cogo.key_overview), 'refused by its provider', 'one that its provider refused');
update cogo.secure_keys set expires_at = cogo.now_() - interval '1 second';
select is((select condition from cogo.key_overview), 'expired', 'one past its end');
select is_empty(
  $$ select attname from pg_attribute where attrelid = 'cogo.key_overview'::regclass and attname ~ 'cipher|dek|checksum|^iv$' $$,
  'nothing of the sealed key'
);

select * from finish();
