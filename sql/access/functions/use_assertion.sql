create function cogo.use_assertion(assertion_hash uuid, expires_at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
begin
  insert into cogo.used_assertions (assertion_hash, expires_at) values (use_assertion.assertion_hash, use_assertion.expires_at)
  on conflict do nothing;
  if not found then
    perform cogo.raise_invalid_credential();
  end if;
  delete from cogo.used_assertions where ctid = any (array(
    select old.ctid from cogo.used_assertions as old where old.expires_at < at order by old.expires_at limit 10 for update skip locked
  ));
end;
$$;

comment on function cogo.use_assertion(uuid, timestamptz) is
  'Takes an assertion: of two that are the same, one is refused. Drops what has expired, ten at a time. Errors: invalid_credential (401).';

revoke execute on function cogo.use_assertion(uuid, timestamptz) from public;
