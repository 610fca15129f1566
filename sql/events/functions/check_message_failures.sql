create function cogo.check_message_failures(failures jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  wrong integer;
begin
  if jsonb_typeof(failures) is distinct from 'array' or jsonb_array_length(failures) > 1000 then
    perform cogo.refuse_argument('failures', 'it must be an array of at most 1000 objects with id');
  end if;
  perform cogo.check_items('failures', failures);
  select item.ordinal - 1 into wrong
  from jsonb_array_elements(failures) with ordinality as item (value, ordinal)
  where (
    jsonb_typeof(item.value) = 'object'
    and item.value - array['id', 'error', 'retry_in_seconds'] = '{}'
    and item.value ->> 'id' ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
    and (item.value -> 'error' is null or cogo.json_bytes(item.value -> 'error') <= 16384)
    and case jsonb_typeof(coalesce(item.value -> 'retry_in_seconds', 'null'))
      when 'null' then true when 'number' then item.value -> 'retry_in_seconds' between '0' and '2592000'
    end
  ) is not true
  limit 1;
  if found then
    perform cogo.refuse_argument(
      format('failures[%s]', wrong), 'it must be {id, error (at most 16 KB), retry_in_seconds (0 to 2592000)}'
    );
  end if;
end;
$$;

comment on function cogo.check_message_failures(jsonb) is
  'Refuses a list of failed messages whose form is wrong. Errors: bad_argument (400).';

revoke execute on function cogo.check_message_failures(jsonb) from public;
