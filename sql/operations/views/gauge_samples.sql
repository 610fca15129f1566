create view cogo.gauge_samples with (security_invoker = true) as
select
  sample.name,
  (sample.labels ->> 'tenant')::uuid as tenant_id,
  sample.labels - 'tenant' as labels,
  sample.value,
  sample.is_capped
from cogo.metric_horizon as horizon
cross join lateral jsonb_to_recordset(horizon.samples) as sample (name text, labels jsonb, value double precision, is_capped boolean);

comment on view cogo.gauge_samples is
  'How things stood when cogo.sample_gauges last looked: lane_depth and lane_age in seconds (labels executor, priority, shard), jobs (executor, place), health (check).';
