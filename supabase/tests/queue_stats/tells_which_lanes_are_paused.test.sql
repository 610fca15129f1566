select plan(2);

select tests.as_operator();
select is((select count(*) from api.queue_stats() where paused), 0::bigint, 'none is at first');
select api.pause('lane', 'cogo_default_bulk');
select results_eq($$ select queue_name from api.queue_stats() where paused $$, array['cogo_default_bulk'], 'a paused lane says so');

select * from finish();
