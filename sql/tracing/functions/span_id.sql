create function cogo.span_id(seed text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  return left(encode(sha256(convert_to(span_id.seed, 'UTF8')), 'hex'), 16);
end;
$$;

comment on function cogo.span_id(text) is
  'A W3C span id that needs no column: the first 8 bytes of the SHA-256 of what the span is of. Workers make that of an attempt, <public id>:<fence>, in the same way.';

revoke execute on function cogo.span_id(text) from public;
