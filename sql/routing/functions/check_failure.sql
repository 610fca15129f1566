create function cogo.check_failure(failure jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  field text;
begin
  if (jsonb_typeof(failure) = 'object') is not true then
    perform cogo.refuse_argument('failure', 'it must be an object, such as {"attempt": 1, "http_status": 503}');
  end if;
  perform cogo.check_json('failure', failure, 65536);
  foreach field in array array(select jsonb_object_keys(failure)) loop
    if field not in ('attempt', 'http_status', 'retry_after_ms', 'first_token_ms', 'total_ms', 'usage', 'error') then
      perform cogo.refuse_argument('failure', format('there is no field %L', left(field, 60)));
    elsif field in ('attempt', 'http_status', 'retry_after_ms', 'first_token_ms', 'total_ms') and failure -> field <> 'null' and not (
      jsonb_typeof(failure -> field) = 'number' and (failure -> field)::text ~ '^-?\d{1,9}$'
    ) then
      perform cogo.refuse_argument('failure', format('%s must be a whole number', field));
    end if;
  end loop;
  if (failure ->> 'http_status')::integer not between 100 and 599 then
    perform cogo.refuse_argument('failure', 'http_status must be from 100 to 599');
  elsif failure ? 'usage' and jsonb_typeof(failure -> 'usage') not in ('object', 'null') then
    perform cogo.refuse_argument('failure', 'usage must be an object of token counts');
  end if;
end;
$$;

comment on function cogo.check_failure(jsonb) is 'Raises bad_argument (400) naming what is wrong with what is told of a failure.';

revoke execute on function cogo.check_failure(jsonb) from public;
