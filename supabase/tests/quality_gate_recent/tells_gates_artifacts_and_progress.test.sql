select plan(8);

select tests.as_operator();
create temporary table job on commit drop as select * from api.enqueue_jobs('[{"type": "quality.lint"}, {"type": "quality.test"}]');
grant select on job to authenticated;
select tests.as_owner();

insert into cogo.quality_runs (id, tenant_id, iso_week, target, job_ids, created_at)
select '11111111-1111-4111-8111-111111111111', cogo.default_tenant(), '2026-W48', '.', array_agg(job_id order by job_id), cogo.now_()
from job;
insert into cogo.quality_runs (tenant_id, iso_week, target, verdict, created_at, finished_at)
values (cogo.default_tenant(), '2026-W47', '.', 'failed', cogo.now_() - interval '7 days', cogo.now_() - interval '6 days');
insert into cogo.gate_results (run_id, gate, tenant_id, verdict, duration_ms, details)
values ('11111111-1111-4111-8111-111111111111', 'lint', cogo.default_tenant(), 'passed', 12, '{"tests": {"total": 3}}');
insert into cogo.artifacts (tenant_id, run_id, name, kind, media_type, size_bytes, sha256, location)
values (
  cogo.default_tenant(), '11111111-1111-4111-8111-111111111111', 'lint.log', 'log', 'text/plain', 5, repeat('a', 64), 'local:' || repeat('a', 64)
);

select tests.as_operator();
create temporary table told on commit drop as select api.quality_gate_recent(5) -> 'runs' as runs;

select is(jsonb_array_length(runs), 2, 'both runs') from told;
select is(runs -> 0 ->> 'iso_week', '2026-W48', 'the newest first') from told;
select is(runs -> 0 -> 'jobs' -> 0 ->> 'state', 'queued', 'an open run tells where its jobs are') from told;
select is(runs -> 1 -> 'jobs', '[]', 'a closed one does not') from told;
select is(runs -> 0 -> 'gates' -> 0 -> 'tests' ->> 'total', '3', 'a gate tells its tests') from told;
select is(runs -> 0 -> 'artifacts' -> 0 ->> 'sha256', repeat('a', 64), 'an artifact tells its hash') from told;
select is(jsonb_array_length(api.quality_gate_recent(1) -> 'runs'), 1, 'no more than asked for');

select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select is(api.quality_gate_recent() -> 'runs', '[]', 'another tenant sees none');

select tests.as_owner();
select * from finish();
