-- breaks: it damages rows on purpose
select plan(10);

select tests.fix_random(0.5);
create temporary table dead on commit drop as select tests.bury() as job_id;
select api.register_worker('worker');
create temporary table hold on commit drop as select * from tests.hold('{"type": "demo.a", "idempotency_key": "k"}');
select is_empty('select * from cogo.verify()', 'healthy before');

select tests.verify_tells(
  $$ delete from cogo.jobs using dead where id = dead.job_id $$, 'nothing is left of a job that was dropped', 'an attempt and a letter without their job'
);
select tests.verify_tells(
  $$ insert into cogo.cancels values (999999, cogo.now_(), false) $$, 'nothing is left of a job that was dropped', 'a wish for no job'
);
select tests.verify_tells(
  $$ insert into cogo.kept_back values (999999, cogo.now_()) $$, 'nothing is left of a job that was dropped', 'nothing to keep back'
);
select tests.verify_tells(
  $$ insert into cogo.kept_back select job_id, cogo.now_() from hold $$, 'only closed jobs are kept back', 'an open job kept back'
);
select tests.verify_tells(
  'update cogo.claims set device_id = 999999', 'a claim of a registered worker names it', 'a claim of nobody'
);
select tests.verify_tells(
  'delete from cogo.worker_heartbeats', 'a registered worker has its beat', 'a worker without a beat'
);
select tests.verify_tells(
  $$ insert into cogo.retention (last_dropped_id) select job_id from hold; delete from cogo.jobs using hold where id = hold.job_id $$,
  'an idempotency key names a job', 'a key whose job is too young to be dropped'
);
select tests.verify_tells(
  $$ update cogo.idempotency_keys set job_id = 999999, expires_at = cogo.now_() + interval '1 day' $$,
  'an idempotency key names a job', 'a key of a job that never was'
);
create temporary table said on commit drop as
  select line[1] as invariant from pg_proc as function, regexp_matches(function.prosrc, 'select ''([a-z][^'']{20,})'', format', 'g') as line
  where function.proname = 'verify_upkeep';
select is((select count(distinct invariant) from said), 4::bigint, 'verify_upkeep knows four invariants');

select * from finish();
