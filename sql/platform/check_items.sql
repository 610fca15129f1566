create function cogo.check_items(name text, items jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
declare
  most_all constant integer := 16777216;
  most_each integer := 262144;
  beside_payload constant integer := 16384;
  large record;
begin
  if jsonb_typeof(items) <> 'array' then
    return false;
  elsif pg_column_size(items) <= 512 then
    return octet_length(items::text) > most_each;
  end if;
  loop
    -- Measured one by one, so that the first that is too large is also the last that is written out.
    select measured.ordinal - 1 as place, measured.bytes, measured.all_bytes into large
    from (
      select sized.ordinal, sized.bytes, sum(sized.bytes) over (rows between unbounded preceding and current row) as all_bytes
      from (
        select
          item.ordinal,
          case when pg_column_size(item.value) > 1024 then cogo.json_bytes(item.value) else octet_length(item.value::text) end as bytes
        from jsonb_array_elements(items) with ordinality as item (value, ordinal)
        offset 0
      ) as sized
    ) as measured
    where measured.all_bytes > most_all or measured.bytes > most_each
    limit 1;
    if not found then
      return most_each > 262144;
    end if;
    exit when large.all_bytes > most_all or large.bytes > 262144 + beside_payload;
    most_each := 262144 + beside_payload;
  end loop;
  raise sqlstate 'PT413' using
    message = case
      when large.bytes > most_each then format('Cannot take %s[%s]: it has more bytes than the limit of 262144', check_items.name, large.place)
      else format('Cannot take %s: together they have more bytes than the limit of %s', check_items.name, most_all)
    end,
    detail = 'payload_too_large',
    hint = 'Store large parts as artifacts and send their addresses, or fewer items at once.';
end;
$$;

comment on function cogo.check_items(text, jsonb) is
  'Refuses a batch of more than 16 MiB as JSON text, or with an item far over 262144 bytes, before anything else reads it. Answers whether an item is over 262144 bytes with what stands beside its payload. Errors: payload_too_large (413).';

revoke execute on function cogo.check_items(text, jsonb) from public;
