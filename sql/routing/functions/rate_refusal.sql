create function cogo.rate_refusal(limited jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
begin
  return cogo.refusal(
    'rate_limited', 429, format('Cannot route: the limit %s is used up', limited ->> 'limit'), 'Send again after retry_after_ms.', limited
  );
end;
$$;

comment on function cogo.rate_refusal(jsonb) is 'The refusal for what cogo.take_rates answered.';

revoke execute on function cogo.rate_refusal(jsonb) from public;
