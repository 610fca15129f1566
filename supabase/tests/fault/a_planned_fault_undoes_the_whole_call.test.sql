select plan(8);

select tests.as_operator();
select tests.fix_random(0.5);
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}]');
select tests.as_owner();
insert into tests.faults (point, deed) values ('claim.popped', 'raise');
select tests.as_operator();
select tests.refuses($$ select * from api.claim_jobs('worker') $$, '58000', 'fault', 'claim.popped');
select is(tests.state((select job_id from api.list_jobs('queued') where job_id is not null)), 'queued', 'the job is where it was');
select tests.as_owner();
update tests.faults set deed = 'mark';
select tests.as_operator();
create temporary table hold on commit drop as select job_id, fence from api.claim_jobs('worker', start => true);
select is((select count(*) from hold), 1::bigint, 'a mark lets the call go on');

select tests.as_owner();
insert into tests.faults (point, deed) values ('complete.ended', 'raise'), ('fail.ended', 'raise'), ('enqueue.keyed', 'raise'), ('sweep.swept', 'raise');
select tests.as_operator();
select tests.refuses(
  $$ select * from api.complete((select array_agg(job_id) from hold), (select array_agg(fence) from hold)) $$, '58000', 'fault', 'complete.ended'
);
select tests.refuses(
  format($$ select * from api.fail_jobs(tests.item(%s, %s, '{"error": {"class": "permanent", "message": "no"}}')) $$, job_id, fence),
  '58000', 'fault', 'fail.ended'
) from hold;
select tests.refuses($$ select * from api.enqueue_jobs('[{"type": "demo.b"}]') $$, '58000', 'fault', 'enqueue.keyed');
select tests.refuses($$ select cogo.sweep() $$, '58000', 'fault', 'sweep.swept');
select is((select tests.state(job_id) from hold), 'running', 'the job is still held after all of it');

select * from finish();
