create table cogo.routing_decisions (
  decision_id uuid primary key,
  at timestamptz not null,
  tenant_id uuid not null,
  agent_id uuid,
  policy_id bigint not null,
  snapshot_id bigint not null,
  seed bigint not null,
  context jsonb not null,
  candidates bigint[] not null,
  weights integer[] not null,
  choice bigint not null,
  key_hash uuid,
  traceparent text,
  job_id bigint
);

create unique index a_tenants_key_decides_once on cogo.routing_decisions (tenant_id, key_hash) where key_hash is not null;
create index routing_decisions_tenant_idx on cogo.routing_decisions (tenant_id, decision_id);
create index routing_decisions_trace_idx on cogo.routing_decisions (substr(traceparent, 4, 32), tenant_id, at) where traceparent is not null;
create index routing_decisions_job_idx on cogo.routing_decisions (job_id, tenant_id, at) where job_id is not null;

comment on table cogo.routing_decisions is
  'The receipt of a choice: with the policy, the snapshot and the seed it can be made again, by anyone, as long as it is kept.';
comment on column cogo.routing_decisions.decision_id is 'A UUIDv7.';
comment on column cogo.routing_decisions.snapshot_id is 'Whose health was chosen from (cogo.routing_snapshots); prices and models are in the list that context names.';
comment on column cogo.routing_decisions.context is 'What was asked, as the choice saw it, without what has its own column.';
comment on column cogo.routing_decisions.candidates is 'The model ids that could have been chosen, best first.';
comment on column cogo.routing_decisions.weights is 'Their integer weights; the odds of one are its share of the sum.';
comment on column cogo.routing_decisions.choice is 'The model id of the first attempt.';
comment on column cogo.routing_decisions.key_hash is 'Of the idempotency key, if one was given.';
comment on column cogo.routing_decisions.traceparent is 'W3C trace context of the call, if one was told.';
comment on column cogo.routing_decisions.job_id is 'The job that the call was made for, as its worker told.';
comment on column cogo.routing_decisions.seed is 'What the draw was made with.';

alter table cogo.routing_decisions enable row level security;
