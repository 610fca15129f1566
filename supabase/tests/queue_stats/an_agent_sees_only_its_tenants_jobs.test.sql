select plan(3);

select tests.fix_random(0.5);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select count(*) from tests.hold();
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a", "delay_seconds": 60}]');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is((select sum(depth + held + waiting + blocked) from api.queue_stats()), 0::numeric, 'nothing of another tenant');
select count(*) from api.enqueue_job('demo.b');
select is((select sum(depth + held + waiting + blocked) from api.queue_stats()), 1::numeric, 'its own');
select tests.as_operator();
select is((select sum(depth + held + waiting + blocked) from api.queue_stats()), 4::numeric, 'an operator sees all');

select * from finish();
