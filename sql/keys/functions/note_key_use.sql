create function cogo.note_key_use(key_id uuid, at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- Whoever finds the row locked leaves it: another one is noting the same minute.
  update cogo.secure_keys as used set last_used_at = date_trunc('minute', note_key_use.at)
  where used.key_id = (
    select known.key_id from cogo.secure_keys as known
    where known.key_id = note_key_use.key_id
      and coalesce(known.last_used_at < date_trunc('minute', note_key_use.at), true)
    for update skip locked
  );
end;
$$;

comment on function cogo.note_key_use(uuid, timestamptz) is 'Notes, once a minute, that a key is in use.';

revoke execute on function cogo.note_key_use(uuid, timestamptz) from public;
