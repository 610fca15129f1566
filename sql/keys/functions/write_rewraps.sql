create function cogo.write_rewraps(rewraps jsonb, actor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  item record;
  key cogo.secure_keys;
  written integer := 0;
  active text;
begin
  -- It is not retained and destroyed before what it wraps is written.
  select kek.kek_id into active from cogo.kek_registry as kek where kek.state = 'active' for share;
  for item in
    select * from jsonb_to_recordset(write_rewraps.rewraps)
      as given (key_id uuid, old_dek_iv text, kek_id text, wrapped_dek text, dek_iv text)
    order by given.key_id
  loop
    update cogo.secure_keys as wrapped
    set kek_id = item.kek_id, wrapped_dek = decode(item.wrapped_dek, 'hex'), dek_iv = decode(item.dek_iv, 'hex'), changed_at = at
    where wrapped.key_id = item.key_id and wrapped.dek_iv = decode(item.old_dek_iv, 'hex') and wrapped.state <> 'shredded'
      and item.kek_id = active
    returning wrapped.* into key;
    if found then
      perform cogo.audit_key('rewrap', key, write_rewraps.actor, at, 'now under ' || item.kek_id);
      written := written + 1;
    end if;
  end loop;
  return jsonb_build_object('written', written);
end;
$$;

comment on function cogo.write_rewraps(jsonb, text) is
  'Keeps new wraps [{key_id, old_dek_iv, kek_id, wrapped_dek, dek_iv}] where the old one still stands; what another one rewrapped or shredded meanwhile is left alone.';

revoke execute on function cogo.write_rewraps(jsonb, text) from public;
grant execute on function cogo.write_rewraps(jsonb, text) to cogo_key_vault;
