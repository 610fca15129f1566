create function cogo.approve_break_glass(break_glass_id uuid, actor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  asked cogo.break_glass := cogo.find_break_glass(approve_break_glass.break_glass_id);
  key cogo.secure_keys := cogo.find_key(asked.key_id);
begin
  if asked.requested_by = approve_break_glass.actor then
    raise sqlstate 'PT403' using
      message = 'Cannot approve: the one who asked may not agree',
      detail = 'second_person_needed',
      hint = 'Another person approves it, with a secret key of their own.';
  elsif asked.approved_by is not null then
    perform cogo.refuse_key_state('approve', asked.approved_by || ' did already', 'Open it, or ask anew.');
  end if;
  update cogo.break_glass as known
  set approved_by = approve_break_glass.actor, approved_at = at, expires_at = at + make_interval(mins => known.minutes)
  where known.break_glass_id = asked.break_glass_id
  returning known.* into asked;
  perform cogo.audit_key('break_glass', key, asked.approved_by, at, 'approved: ' || asked.reason, false);
  perform cogo.tell_key('key.break_glass_approved', key, to_jsonb(asked));
  return to_jsonb(asked);
end;
$$;

comment on function cogo.approve_break_glass(uuid, text) is
  'The second person agrees; the time begins. Told as an event. Errors: second_person_needed (403), key_not_found (404), key_conflict (409).';

revoke execute on function cogo.approve_break_glass(uuid, text) from public;
grant execute on function cogo.approve_break_glass(uuid, text) to cogo_key_vault;
