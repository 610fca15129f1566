create function cogo.open_break_glass(break_glass_id uuid, actor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
set lock_timeout = '2s'
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  asked cogo.break_glass := cogo.find_break_glass(open_break_glass.break_glass_id);
  key cogo.secure_keys := cogo.find_key(asked.key_id);
  opening bigint;
begin
  if current_setting('synchronous_commit') = 'off' then
    perform set_config('synchronous_commit', 'on', true);
  end if;
  if asked.approved_by is null or open_break_glass.actor not in (asked.requested_by, asked.approved_by) then
    raise sqlstate 'PT403' using
      message = 'Cannot open: ' || case when asked.approved_by is null then 'nobody has agreed' else 'you are neither of the two' end,
      detail = 'second_person_needed',
      hint = 'One asks, another approves, then either of them opens.';
  end if;
  update cogo.break_glass as known set opened_at = coalesce(known.opened_at, at)
  where known.break_glass_id = asked.break_glass_id;
  opening := cogo.audit_key('break_glass', key, open_break_glass.actor, at, 'opened: ' || asked.reason, true, asked.reason);
  perform cogo.tell_key('key.break_glass_opened', key, to_jsonb(asked));
  return jsonb_build_object('opening', opening, 'key_id', key.key_id);
end;
$$;

comment on function cogo.open_break_glass(uuid, text) is
  'As open_grant, for a version that two people agreed to see. Told as an event. Errors: second_person_needed (403), key_not_found (404), key_conflict (409).';

revoke execute on function cogo.open_break_glass(uuid, text) from public;
grant execute on function cogo.open_break_glass(uuid, text) to cogo_key_vault;
