select plan(9);

insert into cogo.quality_runs (tenant_id, iso_week, target, run_number, verdict, created_at, finished_at)
select
  cogo.default_tenant(), '2026-W40', '.', n, verdict, cogo.now_() - interval '1 day',
  case when verdict is not null then cogo.now_() - interval '1 day' + interval '10 seconds' end
from unnest(array['passed', 'passed', 'passed', 'failed', 'error', null]) with ordinality as run (verdict, n);

insert into cogo.quality_runs (tenant_id, iso_week, target, verdict, created_at, finished_at)
values (cogo.default_tenant(), '2026-W30', '.', 'failed', cogo.now_() - interval '40 days', cogo.now_() - interval '39 days');

insert into cogo.gate_results (run_id, gate, tenant_id, verdict, reason, duration_ms)
select run.id, gate, run.tenant_id,
  case when gate = 'check' then 'skipped' when run.verdict = 'failed' then 'failed' else 'passed' end, 'because',
  case gate when 'lint' then 100 else 1000 * run.run_number end
from cogo.quality_runs as run, unnest(array['lint', 'check', 'test']) as gate
where run.run_number <= 4 and run.iso_week = '2026-W40';

select tests.as_operator();
create temporary table told on commit drop as select api.gate_summary(30) as summary;

select is(summary -> 'runs' ->> 'count', '6', 'runs of the window, an older one left out') from told;
select is(summary -> 'runs' ->> 'open', '1', 'one is open') from told;
select is(summary -> 'runs' ->> 'pass_rate', '0.6000', 'three of the five that ended passed') from told;
select is(summary -> 'runs' -> 'duration_ms' ->> 'p50', '10000.0', 'a run took ten seconds') from told;
select is(summary -> 'gates' -> 2 ->> 'gate', 'test', 'gates come in their order') from told;
select is(summary -> 'gates' -> 2 ->> 'pass_rate', '0.7500', 'three of four test gates passed') from told;
select is(summary -> 'gates' -> 2 -> 'duration_ms' ->> 'avg', '2500.0', 'and took 2.5 s in the mean') from told;
select is(summary -> 'gates' -> 1 -> 'pass_rate', 'null', 'a gate that was only skipped has no rate') from told;
select is(jsonb_array_length(summary -> 'last_runs'), 7, 'the last runs are there') from told;

select * from finish();
