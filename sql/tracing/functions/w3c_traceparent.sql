create function cogo.w3c_traceparent(value text)
returns text
language plpgsql
immutable strict
set search_path = ''
as $$
begin
  -- Later versions may have more fields behind the four that are known.
  return '00-' || substring(
    value from '^(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2})' || case when value like '00%' then '$' else '($|-)' end
  );
end;
$$;

comment on function cogo.w3c_traceparent(text) is
  'A W3C traceparent as version 00; null for what is none: by the standard that is ignored, never an error.';

revoke execute on function cogo.w3c_traceparent(text) from public;
