create table cogo.secure_keys_seals (
  tenant_id uuid not null,
  seq bigint not null,
  audit_id bigint not null,
  hash bytea not null,
  primary key (tenant_id, seq),
  constraint a_row_is_sealed_once unique (audit_id),
  constraint seq_counts_from_1 check (seq >= 1),
  constraint hash_is_a_sha256 check (length(hash) = 32)
);

comment on table cogo.secure_keys_seals is
  'The hash chain of each tenant over its audit rows: hash = SHA-256(previous hash, seq, the row as text).';
comment on column cogo.secure_keys_seals.seq is 'The place in the tenant''s chain, from 1, without gaps.';

alter table cogo.secure_keys_seals enable row level security;

create trigger seals_are_appended_only before update or delete on cogo.secure_keys_seals
for each row execute function cogo.refuse_audit_change();
create trigger seals_are_not_truncated before truncate on cogo.secure_keys_seals
for each statement execute function cogo.refuse_audit_change();
