create function cogo.message_place(message_id uuid, out event_id bigint, out ordinal integer)
language plpgsql
immutable
set search_path = ''
as $$
declare
  tail bigint := cogo.uuid_number(message_place.message_id);
begin
  event_id := tail >> 24;
  ordinal := tail & 16777215;
end;
$$;

comment on function cogo.message_place(uuid) is
  'The number and ordinal that a message''s id was made of: its place in the order of all messages.';

revoke execute on function cogo.message_place(uuid) from public;
