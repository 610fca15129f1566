create function cogo.check_json(field text, value jsonb, most integer)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if value is null or cogo.json_bytes(value) <= most then
    return;
  elsif most >= 262144 then
    raise sqlstate 'PT413' using
      message = format('Cannot accept %s: it has more bytes than the limit of %s', check_json.field, most),
      detail = 'payload_too_large',
      hint = 'Store the bytes as an artifact and send its address.';
  end if;
  perform cogo.refuse_argument(check_json.field, format('it may have at most %s bytes as JSON text', most));
end;
$$;

comment on function cogo.check_json(text, jsonb, integer) is
  'Refuses a value of more bytes as JSON text, before anything else reads it. Errors: bad_argument (400), payload_too_large (413).';

revoke execute on function cogo.check_json(text, jsonb, integer) from public;
