select plan(1);

select tests.as_operator();
select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.b"}, {"type": "demo.c"}]');
create temporary table hold on commit drop as select * from api.claim_jobs('one', 2, start => true);
insert into hold select * from api.claim_jobs('two', 1, start => true);
select count(*) from api.fail_jobs((
  select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence, 'error', jsonb_build_object(
    'class', case type when 'demo.b' then 'permanent' else 'transient' end, 'message', type
  ))) from hold
));
select results_eq(
  $$ select hold.type, event.type, event.payload #>> '{error,message}', (event.payload ->> 'fence')::bigint = hold.fence, event.actor ->> 'agent'
    from hold, api.job_events(hold.job_id) as event where event.type in ('job_retried', 'job_failed', 'job_dead_lettered') order by 1, event.id $$,
  $$ values ('demo.a', 'job_retried', 'demo.a', true, 'one'), ('demo.b', 'job_failed', 'demo.b', true, 'one'),
    ('demo.b', 'job_dead_lettered', 'demo.b', true, 'one'), ('demo.c', 'job_retried', 'demo.c', true, 'two') $$,
  'one call over several claims: every job has its own error, fence and worker'
);

select * from finish();
