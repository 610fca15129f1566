create function cogo.json_bytes(value jsonb)
returns integer
language plpgsql
immutable
set search_path = ''
as $$
begin
  -- 1e131071 takes 12 bytes of jsonb and 131,072 of text: what holds many such numbers is not written out to be measured.
  if pg_column_size(value) > 1024 and jsonb_path_exists(value, 'strict $.** ? (@ > 1e308 || @ < -1e308)') then
    return 2147483647;
  elsif pg_column_size(value) > 8192 and exists (
    -- 0e-16383 is equal to 0.
    select from (
      select jsonb_path_query(value, 'strict $.** ? (@ < 1e-308 && @ > -1e-308)') as tiny offset 0
    ) as found where scale(tiny::numeric) > 308
  ) then
    return 2147483647;
  end if;
  -- A list of digits takes six times as much as jsonb: a thousand payloads must fit into one answer of 255 MB.
  return greatest(octet_length(value::text), case when pg_column_size(value) > 266240 then pg_column_size(value) - 4096 end);
end;
$$;

comment on function cogo.json_bytes(jsonb) is
  'Bytes of a value as JSON text, or as jsonb where that is more than 260 KB: what its limits count. 2147483647 when more than 1 KB of it holds numbers that no double can (1e309, or 0 with 309 places): a few of their bytes would be written out as gigabytes.';

revoke execute on function cogo.json_bytes(jsonb) from public;
