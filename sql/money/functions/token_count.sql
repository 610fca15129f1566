create function cogo.token_count(told jsonb)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
declare
  count numeric;
begin
  if token_count.told is null or token_count.told = 'null' then
    return 0;
  elsif jsonb_typeof(token_count.told) <> 'number' then
    return null;
  end if;
  count := token_count.told::numeric;
  -- No model reads or writes a hundred million tokens in one call.
  return case when count between 0 and 100000000 and count = trunc(count) then count::bigint end;
end;
$$;

comment on function cogo.token_count(jsonb) is
  'A count of tokens as a provider tells it: 0 where it is left out, null where it cannot be one.';

revoke execute on function cogo.token_count(jsonb) from public;
