create function cogo.is_http_line(line jsonb)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  return jsonb_typeof(line) = 'object'
    and line ->> 'function' ~ '^[a-z][a-z0-9-]{0,59}$'
    and length(line ->> 'route') between 1 and 120
    and line ->> 'status' ~ '^[1-5]\d\d$'
    and (line ->> 'ms')::double precision >= 0
    and jsonb_array_length(line -> 'places') = 18
    and jsonb_array_length(line -> 'bins') between 1 and 2000
    and jsonb_array_length(line -> 'bins') = jsonb_array_length(line -> 'bin_counts')
    and (select bool_and(bin::smallint::text = bin) from jsonb_array_elements_text(line -> 'bins') as bin)
    and (select bool_and(many::integer > 0) from jsonb_array_elements_text(line -> 'bin_counts') as many)
    and (select bool_and(many::integer >= 0) from jsonb_array_elements_text(line -> 'places') as many);
exception when data_exception then
  return false;
end;
$$;

comment on function cogo.is_http_line(jsonb) is 'Whether it is what cogo.fold_http can read.';

revoke execute on function cogo.is_http_line(jsonb) from public;
