select plan(2);

select tests.as_operator();
create temporary table made on commit drop as select * from api.enqueue_jobs('[
  {"type": "demo.a"}, {"type": "quality.lint"}, {"type": "orchestrator.decide", "priority": "urgent"},
  {"type": "demo.a", "executor": "quality", "priority": "bulk"}
]');
select results_eq(
  $$ select job ->> 'executor', job ->> 'priority' from made, api.get_job(job_id) as job order by ordinal $$,
  $$ values ('default', 'normal'), ('quality', 'normal'), ('orchestrator', 'urgent'), ('quality', 'bulk') $$,
  'by type, unless the job names another executor'
);
select results_eq(
  $$ select queue_name, depth from api.queue_stats() where depth > 0 order by queue_name $$,
  $$ values ('cogo_default_normal', 1::bigint), ('cogo_orchestrator_urgent', 1), ('cogo_quality_bulk', 1), ('cogo_quality_normal', 1) $$,
  'each stands in its lane'
);

select * from finish();
