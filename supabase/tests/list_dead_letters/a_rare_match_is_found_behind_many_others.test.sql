select plan(4);

select tests.as_owner();
insert into cogo.jobs (created_at, tenant_id, lane_id, lease_seconds, max_attempts, type, payload)
select now(), cogo.default_tenant(), 1, 60, 1, case when nth = 1 then 'rare.a' else 'demo.a' end, '{}'
from generate_series(1, 10050) as nth;
insert into cogo.dead_letters (job_id, tenant_id, dead_at, attempt, stage, reason)
select job.id, job.tenant_id, job.created_at + job.id * interval '1 ms', 1, 'exec', 'timeout' from cogo.jobs as job;
select tests.as_operator();
create temporary table first on commit drop as select * from api.list_dead_letters(type_prefix => 'rare.');
select results_eq($$ select job_id, next_page is not null from first $$, $$ values (null::bigint, true) $$, 'ten thousand others: a lone row says where to go on');
select results_eq(
  $$ select type from api.list_dead_letters(type_prefix => 'rare.', page => (select next_page from first)) $$, $$ values ('rare.a') $$,
  'there it is'
);
select is((select count(*) from api.list_dead_letters(row_limit => 1000)), 1000::bigint, 'a full page has no such row');
select is((select open from api.count_dead_letters()), 10050::bigint, 'all are counted');

-- Not jobs that ever ran: the check at the end must not see them.
select tests.as_owner();
delete from cogo.dead_letters;
delete from cogo.jobs;
select * from finish();
