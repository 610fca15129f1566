select plan(7);

select tests.fix_random(0.5);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table dead on commit drop as select tests.bury('{"type": "demo.a", "payload": {"n": 1}}') as job_id;
grant all on dead to public;
create temporary table told on commit drop as select api.get_dead_letter(job_id) as letter from dead;
select is((select letter -> 'payload' from told), '{"n": 1}', 'its payload');
select is((select letter #>> '{error,message}' from told), 'broken', 'its error');
select is((select jsonb_array_length(letter -> 'attempts') from told), 1, 'its attempts');
select is(
  (select jsonb_path_query_array(letter, '$.history[*].type') from told),
  '["job_enqueued", "job_claimed", "job_started", "job_failed", "job_dead_lettered"]', 'its history'
);
select is(
  (select (letter -> 'dead_letter') - 'dead_at' from told),
  '{"state": "open", "stage": "exec", "reason": "policy_violation", "attempt": 1, "redriven_job_id": null, "discarded_at": null, "discarded_by": null, "discard_reason": null}',
  'and what was decided'
);
select tests.refuses($$ select api.get_dead_letter(999999) $$, 'PT404', 'dead_letter_not_found', '999999');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select tests.refuses($$ select api.get_dead_letter(job_id) from dead $$, 'PT404', 'dead_letter_not_found', 'dead letter', 'another tenant''s is not there');

select * from finish();
