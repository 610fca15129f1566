create function cogo.tend_keys()
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  sealed integer := cogo.seal_audit();
  key cogo.secure_keys;
  due record;
  retired integer := 0;
  warned integer := 0;
begin
  update cogo.audit_cursor as known set tended_at = at
  where coalesce(known.tended_at <= at - interval '1 minute', true);
  if not found then
    return jsonb_build_object('sealed', sealed);
  end if;
  for key in
    select * from cogo.secure_keys as old where old.state = 'retiring' and old.retires_at <= at
    order by old.key_id limit 500 for update skip locked
  loop
    perform cogo.revoke_key(key.key_id, 'its overlap is over', 'clock');
    retired := retired + 1;
  end loop;
  for due in
    select warning.key_id, jsonb_object_agg(warning.alert, warning.due_at) as alerts
    from cogo.key_alerts(at) as warning
    join cogo.secure_keys as known on known.key_id = warning.key_id
    where coalesce(known.warned_at <= at - interval '1 day', true)
    group by warning.key_id order by warning.key_id limit 500
  loop
    update cogo.secure_keys as known set warned_at = at where known.key_id = due.key_id returning known.* into key;
    perform cogo.tell_key('key.needs_rotation', key, jsonb_build_object('alerts', due.alerts));
    warned := warned + 1;
  end loop;
  return jsonb_build_object('sealed', sealed, 'retired', retired, 'warned', warned);
end;
$$;

comment on function cogo.tend_keys() is
  'One bounded round: seals audit rows; once a minute revokes versions whose overlap is over and tells, daily, of keys to be rotated.';

revoke execute on function cogo.tend_keys() from public;
grant execute on function cogo.tend_keys() to service_role;
