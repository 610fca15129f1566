select plan(5);
select api.enqueue_jobs(jsonb_agg(jsonb_build_object('type', 'leave.a', 'tenant_id', case nth % 2 when 0 then 'aaaaaaaa-0000-4000-8000-00000000000a' else 'bbbbbbbb-0000-4000-8000-00000000000b' end)))
from generate_series(1, 6) as nth;
create temporary table mine as select array_agg(id) as ids from cogo.jobs where tenant_id = 'aaaaaaaa-0000-4000-8000-00000000000a';
insert into cogo.cancels select unnest(ids), cogo.now_(), true from mine;
select is((select cogo.end_in_long_lanes(ids, 20000, cogo.now_()) from mine), 0, 'a short lane was searched already');
select is((select cogo.end_in_long_lanes(ids, 3, cogo.now_()) from mine), 3, 'a long one is read to its end');
select is((select count(*) from cogo.ready_messages()), 3::bigint, 'the others'' messages stand');
select is((select array_agg(distinct state) from cogo.job_states, mine where job_id = any (ids)), '{cancelled}', 'its jobs are cancelled');
select tests.lives_clean();
select * from finish();
