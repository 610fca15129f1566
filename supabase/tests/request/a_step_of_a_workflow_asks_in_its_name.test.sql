select plan(5);

select tests.as_operator();
create temporary table flow on commit drop as
  select tests.start_flow('{"name": "flow.asks", "steps": [{"name": "one", "type": "ask.step"}]}') as id;
create temporary table step on commit drop as select * from api.claim_jobs('worker', 1, start => true);
create temporary table asked on commit drop as
  select made as told from step, api.request('ask.more', timeout_seconds => 600, cause => step.id) as made;
select is((select api.get_job((told ->> 'job_id')::bigint) ->> 'correlation_id' from asked), (select id::text from flow), 'what a step asks for belongs to its workflow');
select ok((select (told ->> 'expires_at')::timestamptz > cogo.now_() + interval '9 minutes' from asked), 'nobody waits for a step, so it bounds nothing');
select is(
  (select string_agg(item ->> 'type', ' ') from flow, jsonb_array_elements(api.list_correlated(flow.id) -> 'jobs') as item),
  'ask.step ask.more', 'both are told as one'
);
select tests.move_clock('601 seconds');
select is((select api.get_reply((told ->> 'job_id')::bigint) ->> 'state' from asked), 'timed_out', 'its time ends');
select is((select tests.flow_state(id) from flow), 'running', 'and the step decides what comes of that');

select * from finish();
