create table cogo.reservations (
  decision_id uuid not null,
  attempt smallint not null,
  tenant_id uuid not null,
  agent_id uuid,
  model_id bigint not null,
  price_id bigint,
  key_id uuid,
  window_ids bigint[] not null default '{}',
  estimate_nano bigint not null,
  state text not null default 'reserved',
  grant_hash bytea,
  grant_expires_at timestamptz,
  expires_at timestamptz not null,
  opened_at timestamptz,
  used_xid xid8,
  created_at timestamptz not null,
  primary key (decision_id, attempt),
  constraint state_is_known check (state in ('reserved', 'opened', 'settled', 'freed', 'booked')),
  constraint attempt_is_positive check (attempt >= 1),
  constraint estimate_is_not_negative check (estimate_nano >= 0),
  constraint opened_says_when check (state <> 'opened' or opened_at is not null)
) with (fillfactor = 80);

create unique index a_grant_opens_one_reservation on cogo.reservations (grant_hash) where grant_hash is not null;
create index reservations_expire_idx on cogo.reservations (expires_at) where state in ('reserved', 'opened');

create index reservations_leases_idx on cogo.reservations (created_at) where model_id = 0;

comment on table cogo.reservations is
  'Money held for one attempt of one decision, and the grant that alone opens its key.';
comment on column cogo.reservations.price_id is 'The price it was estimated with and will be billed by; null = a configured ceiling.';
comment on column cogo.reservations.key_id is 'The secure_keys row that the grant opens; null = the provider needs no key.';
comment on column cogo.reservations.window_ids is 'The accounts (cogo.budget_windows) that hold the estimate, leaf first. All attempts of a decision have those of its first.';
comment on column cogo.reservations.state is
  'reserved: held, never opened. opened: the key was released, money may have been spent. settled: billed by usage. freed: given back. booked: the reaper billed the estimate; a late settle replaces it.';
comment on column cogo.reservations.grant_hash is 'SHA-256 of the grant; the grant itself is nowhere. Null = its attempt ended and health heard of it, or a lease.';
comment on column cogo.reservations.used_xid is 'The transaction that opened it last: the key is read in a later one only, when the audit row is committed.';

alter table cogo.reservations enable row level security;
