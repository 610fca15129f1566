create table cogo.routing_outcomes (
  decision_id uuid not null,
  attempt smallint not null,
  tenant_id uuid not null,
  model_id bigint not null,
  status text not null,
  http_status smallint,
  usage jsonb not null,
  cost_nano bigint not null,
  is_estimate boolean not null,
  first_token_ms integer,
  total_ms integer,
  settled_at timestamptz not null,
  is_counted boolean not null default false,
  counted_nano bigint,
  primary key (decision_id, attempt),
  constraint status_is_known check (status in ('succeeded', 'failed', 'cancelled', 'unknown')),
  constraint cost_is_not_negative check (cost_nano >= 0)
);

create index routing_outcomes_to_count_idx on cogo.routing_outcomes (settled_at) where not is_counted;

comment on table cogo.routing_outcomes is 'How an attempt ended and what it cost. One row per attempt, in the end.';
comment on column cogo.routing_outcomes.status is 'unknown: nobody told, the reaper booked the estimate.';
comment on column cogo.routing_outcomes.usage is
  'Normalised token counts: input_tokens (without cached), cache_read_tokens, cache_write_tokens, cache_write_1h_tokens, output_tokens (with reasoning), reasoning_tokens.';
comment on column cogo.routing_outcomes.is_estimate is 'The provider told no usage; the cost is what was reserved, or counted by the caller.';
comment on column cogo.routing_outcomes.settled_at is 'When it was first billed; what replaces a booking keeps it.';
comment on column cogo.routing_outcomes.is_counted is 'Whether cogo.usage_counters know the row as it is; counted_nano is the cost that they know, null = none.';

alter table cogo.routing_outcomes enable row level security;
