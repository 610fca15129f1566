select plan(5);
select tests.as_operator();

select api.enqueue_jobs('[{"type":"demo.a","concurrency_key":"k"},{"type":"demo.a","concurrency_key":"k"},{"type":"demo.a","concurrency_key":"k"}]');
create temporary table zombie as select * from api.claim_jobs('zombie', 1);
select tests.move_clock('2 minutes');
select cogo.sweep();
create temporary table heir as select * from api.claim_jobs('heir', 1);
select is((select count(*)::integer from heir), 1, 'a lost lease gives its permit back');
select is((select outcome from api.complete(array[(select job_id from zombie)], array[(select fence from zombie)])), 'lease_lost', 'the zombie ends nothing');
select is((select count(*)::integer from api.claim_jobs('third', 5)), 0, 'and frees nothing');
select api.complete(array[(select job_id from heir)], array[(select fence from heir)]);
select is((select count(*)::integer from api.claim_jobs('third', 5)), 1, 'the heir does, once');
select tests.lives_clean();
select * from finish();
