select plan(3);

select tests.as_operator();
select api.set_tenant_bound(1, 'park');
select count(*) from api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a"}, {"type": "demo.a"}]');
create temporary table now_ on commit drop as select api.metrics_summary() -> 'now' as picture;
select is((select (picture ->> 'ready')::integer from now_), 1, 'one is ready');
select is((select (picture ->> 'waiting')::integer from now_), 2, 'two wait outside the bound');
select is(
  (select sum(depth + backlog) from api.queue_stats()), (select (picture ->> 'queued')::numeric from now_), 'as queue_stats counts them'
);

select * from finish();
