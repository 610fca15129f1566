select plan(6);

-- One call for two tenants: the event names jobs of both.
select tests.as_operator();
select count(*) from api.enqueue_jobs('[
  {"type": "demo.a", "tenant_id": "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"},
  {"type": "demo.a", "tenant_id": "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"},
  {"type": "demo.a", "tenant_id": "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb"}
]');
create temporary table claimed on commit drop as select * from api.claim_jobs('w', 3, 'default', true);
select count(*) from api.fail_jobs((
  select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence, 'error', '{"class": "permanent", "message": "no"}'::jsonb))
  from claimed
));
select is(api.metrics_summary() -> 'transitions' ->> 'job_failed', '3', 'an operator sees all');

select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select is(api.metrics_summary() -> 'transitions' ->> 'job_failed', '2', 'the first tenant sees its two');
select is(api.metrics_summary() -> 'dead_letters' ->> 'count', '2', 'and its dead letters');
select is(api.metrics_summary() -> 'finished' ->> 'sample', '2', 'and its times');

select tests.as_agent('cccccccc-cccc-4ccc-8ccc-cccccccccccc', '11111111-1111-4111-8111-111111111111');
select is(api.metrics_summary() -> 'transitions', '{}', 'a third tenant sees nothing');

select tests.as_user('11111111-1111-4111-8111-111111111111');
select throws_ok(
  'select api.metrics_summary()', 'PT401', null, 'someone without a tenant is refused'
);

select tests.as_owner();
select * from finish();
