create function cogo.message_by_id(message_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  place record := cogo.message_place(message_by_id.message_id);
begin
  return cogo.event_message(
    place.event_id, (select event.job_ids[place.ordinal] from cogo.events as event where event.id = place.event_id)
  );
end;
$$;

comment on function cogo.message_by_id(uuid) is 'The envelope with that id, or null when it was dropped by age.';

revoke execute on function cogo.message_by_id(uuid) from public;
