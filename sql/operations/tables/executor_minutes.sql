create table cogo.executor_minutes (
  executor text not null,
  minute timestamptz not null,
  arrived bigint not null,
  claimed bigint not null,
  succeeded bigint not null,
  failed bigint not null,
  retried bigint not null,
  runs bigint not null,
  run_ms double precision not null,
  waits bigint[] not null,
  constraint executor_minutes_pkey primary key (executor, minute),
  constraint waits_have_32_classes check (cardinality(waits) = 32)
) with (fillfactor = 70);

comment on table cogo.executor_minutes is
  'What each executor''s jobs did in a minute, for cogo.scaling_advice. Folded from events by cogo.fold_executor_minutes, kept for a day.';
comment on column cogo.executor_minutes.arrived is 'Jobs enqueued, tried again, or back from a silent worker.';
comment on column cogo.executor_minutes.run_ms is 'How long the sampled runs took together.';
comment on column cogo.executor_minutes.waits is
  'First tries by their time from enqueue to claim: class n (from 1) holds those under 2^(n - 1) ms and not under the class before.';

alter table cogo.executor_minutes enable row level security;
