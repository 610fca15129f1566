select plan(5);

select tests.as_operator();
select is(api.metrics_health() ->> 'is_healthy', 'true', 'an idle engine is healthy');

select count(*) from api.enqueue_jobs('[{"type": "demo.a", "delay_seconds": 10}, {"type": "demo.b"}]');
select count(*) from api.claim_jobs('w', 1, 'default', true);
select tests.move_clock('35 seconds');
select is(api.metrics_health() ->> 'is_healthy', 'true', 'a job 25 s overdue is not yet a sign');

select tests.move_clock('10 seconds');
select is(api.metrics_health() -> 'checks' -> 1 ->> 'is_healthy', 'false', 'a job 35 s overdue is: nobody sweeps');
select tests.move_clock('60 seconds');
select is(api.metrics_health() -> 'checks' -> 2 ->> 'is_healthy', 'false', 'a lease expired for long is another');

select cogo.sweep();
select is(api.metrics_health() ->> 'is_healthy', 'true', 'one sweep heals it');

select * from finish();
