create table cogo.messages (
  id bigint primary key,
  ts timestamptz not null,
  tenant_id uuid not null,
  agent text not null,
  type text not null,
  role text not null,
  correlation_id uuid,
  cause uuid,
  traceparent text,
  schema jsonb,
  payload jsonb not null,
  constraint message_type_is_prefix_and_event check (type ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$' and length(type) <= 120),
  constraint message_role_is_known check (role in ('actor', 'critic', 'tool', 'system')),
  constraint message_payload_is_an_object check (jsonb_typeof(payload) = 'object')
);

create index messages_tenant_idx on cogo.messages (tenant_id, id);
create index messages_trace_idx on cogo.messages (substr(traceparent, 4, 32), tenant_id, id) where traceparent is not null;
create index messages_correlation_idx on cogo.messages (correlation_id, tenant_id, id) where correlation_id is not null;

comment on table cogo.messages is
  'What agents and operators published, one row per message. Append-only, dropped by age. Its channel is tenant.<tenant_id>.agent.<agent>.<type>.';
comment on column cogo.messages.id is
  'Drawn from the sequence of cogo.events, so that messages and events of jobs have one order.';
comment on column cogo.messages.agent is 'The agent in whose name it was published; operator, or unnamed for a token without agent_id.';
comment on column cogo.messages.role is 'actor, critic, tool or system.';
comment on column cogo.messages.schema is '{namespace, name, hash} of the payload''s JSON Schema, if the sender named one.';

alter table cogo.messages enable row level security;
