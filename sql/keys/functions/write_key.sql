create function cogo.write_key(sealed jsonb, state text, overlap_seconds integer, actor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  written cogo.secure_keys := jsonb_populate_record(null::cogo.secure_keys, write_key.sealed);
  newest cogo.secure_keys;
begin
  insert into cogo.vault_settings (env, changed_at) values (written.env, at) on conflict do nothing;
  perform cogo.check_sealed_key(written, write_key.state);
  -- One writer at a time for one key; whoever waited sees the version of the one before.
  perform pg_advisory_xact_lock(hashtextextended(concat_ws('|',
    'cogo.secure_keys', written.tenant_id, written.provider, written.service, written.resource, written.region,
    written.field, written.alias, written.env
  ), 0));
  select * into newest from cogo.secure_keys as key
  where key.tenant_id = written.tenant_id and key.provider = written.provider and key.service = written.service
    and key.resource = written.resource and key.region = written.region and key.field = written.field
    and key.alias = written.alias and key.env = written.env
  order by key.version desc limit 1;
  if newest.checksum = written.checksum and newest.state in ('next', 'active') then
    return jsonb_build_object('outcome', 'there', 'key', cogo.key_metadata(newest));
  elsif coalesce(newest.version, 0) >= written.version then
    return jsonb_build_object('outcome', 'version_taken', 'version', newest.version + 1);
  end if;

  written.state := 'next';
  written.created_at := at;
  written.changed_at := at;
  written.shared := coalesce(written.shared, false);
  insert into cogo.secure_keys select written.*;
  perform cogo.audit_key('write', written, write_key.actor, at);
  if write_key.state = 'active' then
    written := cogo.promote_key(written, write_key.overlap_seconds, write_key.actor, at);
  end if;
  return jsonb_build_object('outcome', 'written', 'key', cogo.key_metadata(written));
end;
$$;

comment on function cogo.write_key(jsonb, text, integer, text) is
  'Keeps a sealed version as next, or makes it active at once. Outcomes: written; there (the newest version holds this very secret); version_taken (seal again with the version told). Errors: bad_argument (400), key_conflict (409).';

revoke execute on function cogo.write_key(jsonb, text, integer, text) from public;
grant execute on function cogo.write_key(jsonb, text, integer, text) to cogo_key_vault;
