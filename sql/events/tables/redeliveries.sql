create table cogo.redeliveries (
  subscription_id bigint not null,
  message_id uuid not null,
  attempt smallint not null,
  due_at timestamptz not null,
  channel text not null,
  message jsonb not null,
  error jsonb,
  constraint redeliveries_pkey primary key (subscription_id, message_id)
);

create index redeliveries_due_idx on cogo.redeliveries (subscription_id, due_at);

comment on table cogo.redeliveries is
  'Messages that failed and are delivered again when due. The message is kept here, so retention cannot take it away.';
comment on column cogo.redeliveries.attempt is 'Which delivery the next one will be.';

alter table cogo.redeliveries enable row level security;
