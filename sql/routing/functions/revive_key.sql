create function cogo.revive_key(key_id uuid)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  was_noted boolean;
begin
  delete from cogo.outcome_notes as note where note.key_id = revive_key.key_id and note.http_status in (401, 402, 403, 429);
  was_noted := found;
  delete from cogo.key_health as health where health.key_id = revive_key.key_id;
  return was_noted or found;
end;
$$;

comment on function cogo.revive_key(uuid) is 'Forgets that a provider refused a key. Answers whether it was known.';

revoke execute on function cogo.revive_key(uuid) from public;
grant execute on function cogo.revive_key(uuid) to service_role;
