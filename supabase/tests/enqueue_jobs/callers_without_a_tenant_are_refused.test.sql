select plan(23);

select tests.as_user('00000000-0000-4000-8000-0000000000a1');
select tests.refuses($$ select api.enqueue_jobs('[{"type": "demo.a"}]') $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select api.claim_jobs('worker') $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select api.complete('{1}', '{1}') $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select api.complete_jobs('[{"job_id": 1, "fence": 1}]') $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select api.start_jobs('[{"job_id": 1, "fence": 1}]') $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select api.release_jobs('[{"job_id": 1, "fence": 1}]') $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses(
  $$ select api.fail_jobs('[{"job_id": 1, "fence": 1, "error": {"class": "transient", "message": "x"}}]') $$, 'PT401', 'not_an_agent', 'tenant_id'
);
select tests.refuses($$ select api.renew_claims('{1}') $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select api.cancel_jobs('{1}') $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select api.redrive_dead_letters('{1}') $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select api.work('worker', want => 1) $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select api.get_job(1) $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select * from api.list_jobs() $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select * from api.job_events(1) $$, 'PT401', 'not_an_agent', 'tenant_id');
select tests.refuses($$ select * from api.queue_stats() $$, 'PT401', 'not_an_agent', 'tenant_id');

select tests.as_anon();
select throws_ok($$ select api.enqueue_jobs('[{"type": "demo.a"}]') $$, '42501', null, 'the publishable key alone may not enqueue');
select throws_ok($$ select api.claim_jobs('worker') $$, '42501', null, 'nor claim');
select throws_ok($$ select api.get_job(1) $$, '42501', null, 'nor read');

select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select throws_ok($$ select api.register_job_type('demo.a') $$, '42501', null, 'an agent may not set job types');
select throws_ok($$ select api.open_lanes('gpu') $$, '42501', null, 'nor open lanes');
select throws_ok($$ select cogo.sweep() $$, '42501', null, 'nor sweep');
select throws_ok($$ select cogo.verify() $$, '42501', null, 'nor verify');
select throws_ok($$ select * from cogo.jobs $$, '42501', null, 'nor read a table');

select * from finish();
