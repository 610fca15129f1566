select plan(27);

select tests.as_operator();
create function pg_temp.send(jobs integer, more jsonb default '{}') returns bigint[] language plpgsql as $$
begin
  return array(select job_id from api.enqueue_jobs((
    select jsonb_agg(jsonb_build_object('type', 'demo.a', 'tenant_id', '11111111-1111-1111-1111-111111111111') || more)
    from generate_series(1, jobs)
  )) order by ordinal);
end;
$$;
create function pg_temp.told() returns table (open bigint, over_bound bigint) language sql as $$
  select open, over_bound from api.list_tenant_bounds() where tenant_id is not null
$$;

select pg_temp.send(2);
select is(
  api.set_tenant_bound(5, tenant_id => '11111111-1111-1111-1111-111111111111'),
  '{"tenant_id": "11111111-1111-1111-1111-111111111111", "max_open": 5, "policy": "refuse", "retry_after_seconds": 5, "is_counted": false}',
  'a bound'
);
select cogo.sweep(); select cogo.sweep();
select results_eq('select * from pg_temp.told()', $$ values (2::bigint, 0::bigint) $$, 'counts what was open before');
select is(cardinality(pg_temp.send(3)), 3, 'up to the bound all is taken');
select tests.refuses('select pg_temp.send(1)', 'PT429', 'queue_full', '5 of at most 5');
select tests.refuses('select pg_temp.send(6)', 'PT429', 'queue_full', '6 jobs', 'what can never fit is told so');
select is((select count(*) from api.list_jobs() where job_id is not null), 5::bigint, 'nothing of what was refused is kept');
select lives_ok($$ select api.enqueue_job('demo.a') $$, 'other tenants are not meant');
select set_config('request.method', 'POST', true);
select throws_ok('select pg_temp.send(1)', 'PGRST', null, 'over HTTP it is raised as PostgREST wants it');
select set_config('request.method', '', true);

create temporary table hold on commit drop as select job_id, fence from api.claim_jobs('worker', 2);
select is((select count(*) from api.complete((select array_agg(job_id) from hold), (select array_agg(fence) from hold))), 2::bigint, 'two close');
select is(cardinality(pg_temp.send(1, '{"idempotency_key": "k"}')), 1, 'then there is room');
select pg_temp.send(1);
select lives_ok($$ select pg_temp.send(1, '{"idempotency_key": "k"}') $$, 'a repeat of what exists is never refused');
select tests.refuses($$ select pg_temp.send(1, '{"idempotency_key": "new"}') $$, 'PT429', 'queue_full', 'of at most 5');
select is(api.cancel_jobs(array(select max(job_id) from api.list_jobs('queued'))) is not null, true, 'a cancel');
select results_eq('select * from pg_temp.told()', $$ values (4::bigint, 0::bigint) $$, 'makes room as well');

select api.set_tenant_bound(5, 'park', '11111111-1111-1111-1111-111111111111');
create temporary table sent on commit drop as select pg_temp.send(4) as ids;
select results_eq('select * from pg_temp.told()', $$ values (5::bigint, 3::bigint) $$, 'parking takes all, but only some become ready');
select is((select sum(depth) from api.queue_stats()) + (select sum(backlog) from api.queue_stats()), 9::numeric, 'stats show them');
select is((select tests.state(ids[4]) from sent), 'queued', 'what is parked is queued');
select pg_temp.send(1, '{"delay_seconds": 60}');
select results_eq('select * from pg_temp.told()', $$ values (6::bigint, 3::bigint) $$, 'what has its own time is let pass and counts');
select is((select outcome from api.cancel_jobs(array(select ids[2] from sent))), 'cancelled', 'parked jobs can be cancelled');
select results_eq('select * from pg_temp.told()', $$ values (6::bigint, 2::bigint) $$, 'and that lets nobody in');
truncate hold;
insert into hold select job_id, fence from api.claim_jobs('worker', 4);
select is((select count(*) from api.complete((select array_agg(job_id) from hold), (select array_agg(fence) from hold))), 4::bigint, 'four close');
select results_eq('select * from pg_temp.told()', $$ values (5::bigint, 0::bigint) $$, 'as others close, parked ones become ready, up to the bound');
select pg_temp.send(2);
select api.remove_tenant_bound('11111111-1111-1111-1111-111111111111');
select cogo.sweep();
select is((select sum(backlog) from api.queue_stats()), 0::numeric, 'without a bound nobody waits for one');
select is((select count(*) from api.claim_jobs('worker', 50)), 6::bigint, 'and none is lost');
select tests.refuses($$ select api.set_tenant_bound(0) $$, 'PT400', 'bad_argument', 'max_open');
select tests.refuses($$ select api.set_tenant_bound(5, 'drop') $$, 'PT400', 'bad_argument', 'policy');
select tests.lives_clean();

select * from finish();
