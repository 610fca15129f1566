create function cogo.caller_traceparent()
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  headers text := current_setting('request.headers', true);
begin
  if strpos(headers, '"traceparent"') > 0 then
    return cogo.w3c_traceparent(headers::json ->> 'traceparent');
  end if;
  return null;
end;
$$;

comment on function cogo.caller_traceparent() is
  'The traceparent header of the request that PostgREST is answering, or null: what a call belongs to that names no other.';

revoke execute on function cogo.caller_traceparent() from public;
