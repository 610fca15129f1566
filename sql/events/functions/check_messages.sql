create function cogo.check_messages(messages jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  wrong record;
  largest integer;
  has_large boolean;
begin
  if jsonb_typeof(messages) is distinct from 'array' then
    perform cogo.refuse_argument('messages', 'it must be an array of 1 to 1000 messages');
  end if;
  if jsonb_array_length(messages) not between 1 and 1000 then
    perform cogo.refuse_argument('messages', format('it must hold 1 to 1000 messages, not %s', jsonb_array_length(messages)));
  end if;
  has_large := cogo.check_items('messages', messages);
  select judged.ordinal - 1 as place, judged.problem into wrong
  from (
    select item.ordinal, cogo.message_problem(item.value) as problem
    from jsonb_array_elements(messages) with ordinality as item (value, ordinal)
    offset 0
  ) as judged
  where judged.problem is not null
  limit 1;
  if found then
    perform cogo.refuse_argument(format('messages[%s]', wrong.place), wrong.problem);
  end if;

  if has_large then
    select max(cogo.json_bytes(item.value -> 'payload')) into largest from jsonb_array_elements(messages) as item (value);
  end if;
  if largest > 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot publish: a payload has %s bytes, the limit is 262144', largest),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and put its address into the payload.';
  end if;
end;
$$;

comment on function cogo.check_messages(jsonb) is
  'Refuses a batch of messages whose form or size is wrong. Errors: bad_argument (400), payload_too_large (413).';

revoke execute on function cogo.check_messages(jsonb) from public;
