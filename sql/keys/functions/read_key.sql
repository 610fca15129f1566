create function cogo.read_key(opening bigint)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  at timestamptz := cogo.now_();
  written cogo.secure_keys_audit;
  key cogo.secure_keys;
  problem text;
begin
  select * into written from cogo.secure_keys_audit as entry where entry.audit_id = read_key.opening;
  if written.audit_id is null or not written.ok or written.action not in ('open', 'break_glass') then
    return cogo.refused_opening('no opening stands in the audit');
  end if;
  -- Another transaction's row that is seen is a committed one; only one's own may yet be rolled back.
  if written.xid is not distinct from pg_current_xact_id_if_assigned() then
    return cogo.refused_opening('its audit row is not committed');
  end if;
  if written.at < at - interval '30 seconds' then
    return cogo.refused_opening('the opening is too old');
  end if;
  if written.decision_id is not null and not exists (
    select from cogo.reservations as held
    where held.decision_id = written.decision_id and held.attempt = written.attempt
      and held.opened_at is not null and held.used_xid is distinct from pg_current_xact_id_if_assigned()
  ) then
    return cogo.refused_opening('no reservation is opened');
  end if;
  select * into key from cogo.secure_keys as known where known.key_id = written.key_id;
  problem := case
    when written.action = 'open' then cogo.key_problem(key, written.tenant_id, at)
    when key.state = 'shredded' then 'the version is shredded'
  end;
  if problem is not null then
    return cogo.refused_opening(problem);
  end if;
  return cogo.key_metadata(key) || jsonb_build_object(
    'ciphertext', encode(key.ciphertext, 'hex'), 'iv', encode(key.iv, 'hex'), 'checksum', encode(key.checksum, 'hex'),
    'wrapped_dek', encode(key.wrapped_dek, 'hex'), 'dek_iv', encode(key.dek_iv, 'hex')
  );
end;
$$;

comment on function cogo.read_key(bigint) is
  'Second of two transactions: the sealed version that an opening, committed before and not older than 30 seconds, releases. Refused: grant_refused (403).';

revoke execute on function cogo.read_key(bigint) from public;
grant execute on function cogo.read_key(bigint) to cogo_key_vault;
