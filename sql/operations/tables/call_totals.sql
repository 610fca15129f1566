create table cogo.call_totals (
  name text not null,
  labels jsonb not null,
  total bigint not null,
  primary key (name, labels),
  constraint labels_are_an_object check (jsonb_typeof(labels) = 'object'),
  constraint totals_only_grow_from_zero check (total >= 0)
) with (fillfactor = 50);

comment on table cogo.call_totals is
  'Decisions, refusals and what was done with keys, since the beginning, up to where cogo.call_folds says. Prometheus reads it.';
comment on column cogo.call_totals.name is
  'decisions, refusals, rejections, key_reads, key_writes or key_failures.';
comment on column cogo.call_totals.labels is 'Such as {"provider": …, "model": …, "region": …, "policy": "default/1"}.';

alter table cogo.call_totals enable row level security;
