create view cogo.worker_overview with (security_invoker = true) as
select
  device.device_id as id,
  device.worker,
  device.executor,
  device.tenant_id,
  cogo.device_state(device, beat.beat_at, cogo.now_()) as state,
  cogo.device_holds(device.device_id) as holds,
  device.concurrency::integer as concurrency,
  beat.load,
  date_trunc('second', cogo.now_() - beat.beat_at) as silent_for,
  device.version,
  device.drain_requested_at,
  device.registered_at
from cogo.worker_devices as device
join cogo.worker_heartbeats as beat on beat.device_id = device.device_id;

comment on view cogo.worker_overview is
  'Workers that said who they are, for people. One that did not is known by its claims alone.';
comment on column cogo.worker_overview.id is 'In the order of their first registration.';
comment on column cogo.worker_overview.worker is 'Its own name.';
comment on column cogo.worker_overview.executor is 'Whose work it takes.';
comment on column cogo.worker_overview.tenant_id is 'The tenant of its agent; null = an operator''s worker, which serves all.';
comment on column cogo.worker_overview.state is 'live; late: a beat is overdue; orphaned: two are, its jobs go back; draining; gone.';
comment on column cogo.worker_overview.holds is 'How many jobs it has in hand, by the engine''s count.';
comment on column cogo.worker_overview.concurrency is 'How many it works on at a time, as it says.';
comment on column cogo.worker_overview.load is 'How busy it says it is, 0 to 1.';
comment on column cogo.worker_overview.silent_for is 'Since it was last heard of.';
comment on column cogo.worker_overview.version is 'What it says it is.';
comment on column cogo.worker_overview.drain_requested_at is 'When somebody asked it to take no more.';
comment on column cogo.worker_overview.registered_at is 'When it first said who it is.';
