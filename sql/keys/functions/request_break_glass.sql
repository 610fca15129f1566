create function cogo.request_break_glass(break_glass_id uuid, key_id uuid, reason text, minutes integer, actor text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  key cogo.secure_keys := cogo.find_key(request_break_glass.key_id);
  asked cogo.break_glass;
begin
  if coalesce(length(btrim(request_break_glass.reason)), 0) not between 10 and 500 then
    perform cogo.refuse_argument('reason', 'it must say in 10 to 500 characters what happened');
  elsif (request_break_glass.minutes between 1 and 240) is not true then
    perform cogo.refuse_argument('minutes', 'it must be 1 to 240');
  elsif key.state = 'shredded' then
    perform cogo.refuse_key_state('ask for the key', 'the version is shredded', 'Nothing opens it any more.');
  end if;
  insert into cogo.break_glass (break_glass_id, key_id, reason, minutes, requested_by, requested_at, expires_at)
  values (
    request_break_glass.break_glass_id, key.key_id, btrim(request_break_glass.reason), request_break_glass.minutes,
    request_break_glass.actor, at, at + interval '1 hour'
  )
  returning * into asked;
  perform cogo.audit_key('break_glass', key, asked.requested_by, at, 'requested: ' || asked.reason, false);
  perform cogo.tell_key('key.break_glass_requested', key, to_jsonb(asked));
  return to_jsonb(asked);
end;
$$;

comment on function cogo.request_break_glass(uuid, uuid, text, integer, text) is
  'One person asks to see a version; another has an hour to agree. Told as an event. Errors: bad_argument (400), key_not_found (404), key_conflict (409).';

revoke execute on function cogo.request_break_glass(uuid, uuid, text, integer, text) from public;
grant execute on function cogo.request_break_glass(uuid, uuid, text, integer, text) to cogo_key_vault;
