select plan(13);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table dead on commit drop as select tests.bury('{"type": "demo.a", "payload": {"n": "one"}}') as job_id, tests.bury() as other;
grant all on dead to public;
select api.register_job_type('demo.a', payload_schema => '{"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}');

select tests.refuses($$ select api.redrive_dead_letter(job_id, '{"n": "two"}') from dead $$, 'PT422', 'schema_mismatch', '/n');
select tests.refuses($$ select api.redrive_dead_letter(job_id, '[]') from dead $$, 'PT400', 'bad_argument', 'payload');
select tests.refuses($$ select api.redrive_dead_letter(job_id, jsonb_build_object('n', repeat('x', 262144))) from dead $$, 'PT413', 'payload_too_large', '262144');
select tests.refuses($$ select api.redrive_dead_letter(job_id, '{"n": 2}', -1) from dead $$, 'PT400', 'bad_argument', 'delay_seconds');
select tests.refuses($$ select api.redrive_dead_letter(999999) $$, 'PT404', 'dead_letter_not_found', '999999');

create temporary table redriven on commit drop as select api.redrive_dead_letter(job_id, '{"n": 2}') as answer from dead;
select is((select answer ->> 'outcome' from redriven), 'redriven', 'a payload that holds is taken');
select is((select payload from api.claim_jobs('w', 10)), '{"n": 2}', 'the new job has it');
select is((select api.get_job(job_id) -> 'payload' from dead), '{"n": "one"}', 'the dead one keeps its own');
select is((select api.get_job(job_id) ->> 'state' from dead), 'failed', 'and its state');
select is(
  (select api.redrive_dead_letter(job_id, '{"n": 3}') from dead),
  (select answer || '{"outcome": "already_redriven"}' from redriven), 'a repeat names the first new job'
);
select is((select api.redrive_dead_letter(other, '{"n": 1}', 60) ->> 'outcome' from dead), 'redriven', 'it may wait');
select is_empty($$ select * from api.claim_jobs('w', 10) $$, 'until its time');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select tests.refuses($$ select api.redrive_dead_letter(job_id) from dead $$, 'PT404', 'dead_letter_not_found', 'dead letter', 'another tenant''s is not there');

select * from finish();
