create table cogo.ingress_callbacks (
  job_id bigint primary key,
  tenant_id uuid not null,
  receiver text not null,
  asked_at timestamptz not null,
  constraint receiver_is_a_part_of_a_channel check (receiver ~ '^callback-[0-9a-f]{16}$')
);

comment on table cogo.ingress_callbacks is
  'Jobs whose end is to be told to a webhook. The row goes in the transaction that publishes the message.';
comment on column cogo.ingress_callbacks.receiver is
  'The agent part of the channel tenant.<tenant_id>.agent.<receiver>.ingress.*, which the webhook of that name reads.';

alter table cogo.ingress_callbacks enable row level security;
