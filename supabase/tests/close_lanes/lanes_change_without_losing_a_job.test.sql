select plan(33);

select tests.as_operator();
create function pg_temp.send(jobs integer, tenant integer, more jsonb default '{}') returns void language sql as $$
  select count(*) from api.enqueue_jobs((
    select jsonb_agg(jsonb_build_object('type', 'demo.a', 'executor', 'gpu', 'tenant_id', lpad(tenant::text, 8, '0') || '-0000-4000-8000-000000000000') || more)
    from generate_series(1, jobs)
  ))
$$;
create function pg_temp.depths(executor text) returns bigint[] language plpgsql as $$
begin
  return array(select depth from api.queue_stats() as stats where stats.executor = depths.executor and priority = 'normal' order by queue_name);
end;
$$;
select is((select count(*) from api.open_lanes('gpu')), 3::bigint, 'three lanes');
select is((select count(*) from api.open_lanes('gpu', 4)), 12::bigint, 'four shards of each');
select is((select count(*) from api.open_lanes('gpu', 2)), 12::bigint, 'fewer close none');
select is((select count(*) from api.open_lanes('gpu')), 12::bigint, 'nor does a repeat');
select pg_temp.send(10, 1);
select is((select count(*) from unnest(pg_temp.depths('gpu')) as depth where depth > 0), 1::bigint, 'a batch of a tenant goes to one shard');
select pg_temp.send(10, 1);
select is((select count(*) from unnest(pg_temp.depths('gpu')) as depth where depth = 10), 2::bigint, 'the next to the emptier of its two');
select pg_temp.send(10, 1) from generate_series(1, 4);
select is((select count(*) from unnest(pg_temp.depths('gpu')) as depth where depth = 30), 2::bigint, 'never to a third');
select pg_temp.send(1, tenant) from generate_series(2, 40) as tenant;
select is((select count(*) from unnest(pg_temp.depths('gpu')) as depth where depth > 0), 4::bigint, 'all shards are somebody''s');
select is((select count(*) from api.claim_jobs('worker', 9, 'gpu')), 9::bigint, 'a claim takes from any');
select ok(not exists (select from unnest(pg_temp.depths('gpu')) as depth where depth = 0), 'none is passed over or emptied first');

select set_eq($$ select state from api.close_lanes('gpu', 2) $$, array['draining'], 'the upper shards drain');
select is((select count(*) from api.close_lanes('gpu', 2) where jobs_left > 0), 0::bigint, 'what they held has moved');
select set_eq($$ select state from api.close_lanes('gpu', 2) $$, array['closed'], 'and they are closed');
select is(cardinality(pg_temp.depths('gpu')), 2, 'two are left');
select is((select sum(depth) from unnest(pg_temp.depths('gpu')) as depth), 90::numeric, 'with all jobs');
select tests.lives_clean();
select pg_temp.send(10, tenant) from generate_series(1, 5) as tenant;
select is((select count(*) from api.open_lanes('gpu', 3)), 9::bigint, 'a closed shard opens again');
select tests.lives_clean();

select tests.refuses($$ select api.close_lanes('nobody') $$, 'PT400', 'bad_argument', 'executor');
select tests.refuses($$ select api.close_lanes('default') $$, 'PT400', 'bad_argument', 'executor', 'what types need is not closed');
select tests.refuses($$ select api.close_lanes('gpu', move_to => 'gpu') $$, 'PT400', 'bad_argument', 'move_to');
select tests.refuses($$ select api.close_lanes('gpu', move_to => 'nobody') $$, 'PT400', 'bad_argument', 'move_to');
select tests.refuses($$ select api.close_lanes('gpu', -1) $$, 'PT400', 'bad_argument', 'keep_shards');
select tests.refuses($$ select api.open_lanes('gpu', 65) $$, 'PT400', 'bad_argument', 'shards');

create temporary table hold on commit drop as select job_id, fence from api.claim_jobs('worker', 5, 'gpu');
select pg_temp.send(1, 1, '{"delay_seconds": 60}');
select count(*) from api.close_lanes('gpu', move_to => 'quality');
select pg_temp.send(3, 1);
select cogo.sweep();
select count(*) from api.close_lanes('gpu', move_to => 'quality');
select count(*) from api.close_lanes('gpu', move_to => 'quality');
select set_eq($$ select state from api.close_lanes('gpu', move_to => 'quality') $$, array['closed'], 'an executor moves to another');
select is(pg_temp.depths('quality'), array[138::bigint], 'with its jobs, the late ones too');
select count(*) from api.release_jobs((select jsonb_agg(jsonb_build_object('job_id', job_id, 'fence', fence)) from hold));
select tests.move_clock('2 minutes');
select cogo.sweep();
select is(pg_temp.depths('quality'), array[153::bigint], 'what was held or waiting comes after');
select is((select outcome from api.cancel_jobs(array(select max(job_id) from hold))), 'cancelled', 'jobs that moved can be cancelled');
select is((select api.get_job(max(job_id)) ->> 'executor' from hold), 'gpu', 'a job still tells where it was sent');
select tests.lives_clean();
select is((select count(*) from api.open_lanes('gpu')), 3::bigint, 'and the executor can be opened anew');
select pg_temp.send(1, 1);
select is(pg_temp.depths('gpu'), array[1::bigint], 'for what comes now');
select tests.lives_clean();

select * from finish();
