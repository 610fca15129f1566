select plan(8);

select tests.as_operator();
select count(*) from api.register_job_type('mail.send', payload_schema => '{
  "type": "object", "required": ["to"], "properties": {"to": {"type": "string"}, "lines": {"type": "array", "items": {"type": "string"}}}
}');
select lives_ok($$ select api.enqueue_job('mail.send', '{"to": "a@b.c", "lines": ["x"]}') $$, 'what meets it passes');
select tests.refuses($$ select api.enqueue_job('mail.send', '{"to": 5}') $$, 'PT422', 'schema_mismatch', '/to');
select tests.refuses($$ select api.enqueue_job('mail.send', '{"to": "a@b.c", "lines": ["x", 7]}') $$, 'PT422', 'schema_mismatch', '/lines/1');
select tests.refuses($$ select api.enqueue_job('mail.send') $$, 'PT422', 'schema_mismatch', 'to');
select tests.refuses(
  $$ select api.enqueue_jobs('[{"type": "demo.a"}, {"type": "mail.send", "payload": {"to": "x"}}, {"type": "mail.send", "payload": {"to": []}}]') $$,
  'PT422', 'schema_mismatch', 'jobs[2]', 'the job is named by its place'
);
select is((select count(*) from api.list_jobs()), 1::bigint, 'and the batch is not kept');
select lives_ok($$ select api.enqueue_job('mail.other', '{"to": 5}') $$, 'another type is free');
select count(*) from api.register_job_type('mail.send');
select lives_ok($$ select api.enqueue_job('mail.send', '{"to": 5}') $$, 'without a schema it is, too');

select * from finish();
