select plan(10);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table hold on commit drop as select * from tests.hold('{"type": "demo.a", "max_attempts": 3}');
create function pg_temp.fails(error jsonb) returns text language plpgsql as $$
declare
  held hold;
  said text;
begin
  select * into held from hold;
  select outcome into said from api.fail_jobs(tests.item(held.job_id, held.fence, jsonb_build_object('error', error)));
  perform tests.move_clock('2 minutes');
  delete from hold;
  insert into hold select job_id, fence from api.claim_jobs('worker', 1, start => true);
  return said;
end;
$$;
create temporary table made on commit drop as select job_id from hold;
select is(pg_temp.fails('{"class": "transient", "message": "1"}'), 'retried', 'first');
select is(pg_temp.fails('{"class": "transient", "message": "2"}'), 'retried', 'second');
select is(pg_temp.fails('{"class": "transient", "message": "3"}'), 'dead_lettered', 'third of three');
select is_empty('select * from hold', 'nothing more to claim');

create temporary table job on commit drop as select api.get_job(job_id) as told from made;
select is((select told ->> 'state' from job), 'failed', 'the job has failed');
select is((select told -> 'dead_letter' from job), '{"stage": "exec", "reason": "exhausted_retries", "redriven_job_id": null}', 'with stage and reason');
select is((select jsonb_path_query_array(told, '$.attempts[*].outcome') from job), '["retried", "retried", "failed"]', 'the attempts');
select is((select jsonb_path_query_array(told, '$.attempts[*].error.message') from job), '["1", "2", "3"]', 'each with its error');
select is((select told ->> 'attempt' from job), '3', 'the number of tries');
select is(
  (select tests.history(job_id) from made),
  'enqueued claimed started retried claimed started retried claimed started failed dead_lettered', 'the events'
);

select * from finish();
