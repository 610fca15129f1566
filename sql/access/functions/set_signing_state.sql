create function cogo.set_signing_state(kid text, state text)
returns cogo.signing_keys
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  before cogo.signing_keys;
  after cogo.signing_keys;
begin
  select key.* into before from cogo.signing_keys as key where key.kid = set_signing_state.kid;
  update cogo.signing_keys as key set state = set_signing_state.state, changed_at = cogo.now_()
  where key.kid = before.kid
  returning * into after;
  perform cogo.note_access(null, 'set_signing_state', after.kid, to_jsonb(before), to_jsonb(after));
  return after;
end;
$$;

comment on function cogo.set_signing_state(text, text) is
  'Writes a key''s state and keeps who did it.';

revoke execute on function cogo.set_signing_state(text, text) from public;
